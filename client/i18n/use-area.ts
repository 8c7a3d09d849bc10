export { useArea } from './language.ts';
