export { dismissMove } from './dismiss-move.ts';
export { finishOpenMoves } from './finish-open-moves.ts';
export { ownBatchesIn, purgedIdsIn } from './read-of-all.ts';
export { sendAway } from './send-away.ts';
export { undoStep } from './undo-step.ts';
