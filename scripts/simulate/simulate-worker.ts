import * as z from 'zod/mini';
import { runSeeds } from './run-seeds.ts';

const seedsSchema = z.array(z.int());

/** One process of `npm run simulate`: takes seeds as its only message, and answers with a report. */
process.once('message', (message) => {
  runSeeds(seedsSchema.parse(message)).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
