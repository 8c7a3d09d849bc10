import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';

/**
 * Asks a yes-or-no question; anything but y or yes is no. Without a terminal there is nobody to ask: whoever put the
 * command into a script has answered, `--dry-run` only looks, and an import can be undone.
 */
export async function askYesNo(question: string): Promise<boolean> {
  if (!stdin.isTTY) return true;
  const answer = await askLine(`${question} [y/N] `);
  return /^y(es)?$/i.test(answer.trim());
}

/** The password: from standard input, TASKFLOW_PASSWORD, or asked for without showing it. */
export async function readPassword(of: {
  fromStdin: boolean;
  environment: Readonly<Record<string, string | undefined>>;
}): Promise<string> {
  if (of.fromStdin) return readFirstLine();
  const given = of.environment['TASKFLOW_PASSWORD'];
  if (given !== undefined) return given;
  if (!stdin.isTTY) {
    throw new Error('No password: use --password-stdin or set TASKFLOW_PASSWORD.');
  }
  return askHidden('Password: ');
}

async function askLine(question: string): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

async function readFirstLine(): Promise<string> {
  let text = '';
  for await (const chunk of stdin) text += String(chunk);
  return text.split(/\r?\n/)[0] ?? '';
}

/** Reads keys one by one, as a terminal would otherwise show them. */
function askHidden(question: string): Promise<string> {
  stdout.write(question);
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((resolve, reject) => {
    let text = '';
    const finish = (settle: () => void) => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', onData);
      stdout.write('\n');
      settle();
    };
    const onData = (data: Buffer) => {
      for (const key of data.toString('utf8')) {
        if (key === '\r' || key === '\n') return finish(() => resolve(text));
        if (key === '\u0003') return finish(() => reject(new Error('Stopped.')));
        text = key === '\u007f' ? text.slice(0, -1) : text + key;
      }
    };
    stdin.on('data', onData);
  });
}
