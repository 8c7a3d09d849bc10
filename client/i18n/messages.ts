export type { Messages } from './compiled/messages.ts';
export { useMessages } from './language.ts';
