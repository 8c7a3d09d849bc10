import { useState } from 'react';
import { useNoticesWords } from '#client/i18n/compiled/use-notices-words.ts';
import { useLive } from '#client/store/use-live.ts';
import { Button } from '#client/ui/button.tsx';
import { Switch } from '#client/ui/switch.tsx';
import { chosenKinds } from '#shared/notice-kind';

import type { NoticeState, NoticeSwitch } from './notice-switch.ts';

/** One line of the settings, as the page of the settings lays it out. */
export type SettingsRow = (of: {
  label: string;
  text?: string;
  children?: React.ReactNode;
}) => React.ReactNode;

/** Whether this device is told things while the app is closed, and which; `Row` is that of the settings. */
export function NoticeRows({ notices, Row }: { notices: NoticeSwitch; Row: SettingsRow }) {
  const words = useNoticesWords();
  const state = useLive<NoticeState>(notices.state$, 'off');
  const [kinds, setKinds] = useState(notices.memory().kinds);
  const [said, setSaid] = useState('');
  const isOn = state === 'on' || state === 'unreachable';
  const canTurn = isOn || state === 'off';
  const turn = (wanted: boolean) => {
    setSaid('');
    if (wanted) void notices.turnOn();
    else void notices.turnOff();
  };
  const test = async () => {
    setSaid('');
    setSaid((await notices.test()) === 'sent' ? words.testSent : words.testFailed);
  };
  const choose = (kind: (typeof chosenKinds)[number], isWanted: boolean) => {
    const next = chosenKinds.filter((each) => (each === kind ? isWanted : kinds.includes(each)));
    setKinds(next);
    void notices.choose(next);
  };
  return (
    <div data-testid="notices-settings" data-state={state} className="divide-y divide-line">
      <div aria-live="polite">
        <Row label={words.onDevice} text={words.states[state]}>
          {canTurn ? <Switch label={words.onDevice} isOn={isOn} onChange={turn} /> : null}
        </Row>
      </div>
      {isOn
        ? chosenKinds.map((kind) => (
            <Row key={kind} label={words.kinds[kind]} text={words.kindTexts[kind]}>
              <Switch
                label={words.kinds[kind]}
                isOn={kinds.includes(kind)}
                onChange={(isWanted) => choose(kind, isWanted)}
              />
            </Row>
          ))
        : null}
      {isOn ? (
        <Row label={words.test} text={said}>
          <Button data-testid="notices-test" onClick={() => void test()}>
            {words.sendTest}
          </Button>
        </Row>
      ) : null}
    </div>
  );
}
