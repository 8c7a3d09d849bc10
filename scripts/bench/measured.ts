import type { Measures, TargetName } from '#scripts/bench/job';
import { median } from '#scripts/bench/percentile';

/** Everything measured in a run: per measurement and target the measures of each round. */
export interface Measured {
  add(id: string, target: TargetName, measures: Measures): void;
  /** The median over the rounds; undefined where nothing was measured. */
  value(of: Series): number | undefined;
  /** The median of the ratios round by round, so that what slowed a whole round cancels out. */
  ratio(of: Series, to: Series): number | undefined;
  /** How far the rounds lie apart: (greatest − smallest) / median; undefined for a single round. */
  spread(of: Series): number | undefined;
}

/** One measure of one target in one measurement, over all rounds. */
export interface Series {
  id: string;
  target: TargetName;
  measure: string;
}

/** An empty record. */
export function createMeasured(): Measured {
  const rounds = new Map<string, Measures[]>();
  const values = ({ id, target, measure }: Series): number[] =>
    (rounds.get(`${id} ${target}`) ?? []).flatMap((measures) => measures[measure] ?? []);
  return {
    add: (id, target, measures) => {
      const key = `${id} ${target}`;
      rounds.set(key, [...(rounds.get(key) ?? []), measures]);
    },
    value: (series) => medianOf(values(series)),
    ratio: (series, to) => {
      const floor = values(to);
      return medianOf(
        values(series).flatMap((value, round) => value / (floor[round] ?? Number.NaN)),
      );
    },
    spread: (series) => {
      const all = values(series);
      const middle = medianOf(all);
      return middle === undefined || all.length < 2
        ? undefined
        : (Math.max(...all) - Math.min(...all)) / middle;
    },
  };
}

function medianOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : median(values);
}
