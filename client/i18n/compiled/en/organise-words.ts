// Made from catalogs/en/organise.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { OrganiseWords } from '../types/organise-words.ts';

/** The words of `organise` in the language `en`. */
export const organiseWords: OrganiseWords = {
  select: {
    bar: 'Selected tasks',
    selected: (of) => `${number(of.count)} selected`,
    cleared: 'Nothing selected',
    clear: 'Clear the selection',
    all: 'Select all',
    done: 'Complete',
    schedule: 'Schedule',
    scheduleTitle: (of) => `Schedule ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')}`,
    move: 'Move',
    duplicate: 'Duplicate',
    trash: 'Trash',
    completed: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} completed`,
    reopened: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} reopened`,
    trashed: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} moved to trash`,
    prioritised: (of) => `Priority of ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} changed`,
    scheduled: (of) => `Date of ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} changed`,
    labelled: (of) => `Labels of ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} changed`,
    duplicated: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} duplicated`,
    repeatTitle: (of) => `How ${(form(of.count) === 'one' ? 'the task comes' : `${number(of.count)} tasks come`)} back`,
    repeats: (of) => `Repetition of ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} changed`,
    repeat: 'Repeat',
  },
  move: {
    title: (of) => `Move ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} to …`,
    placeholder: (of) => `Move ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} to … (project or section)`,
    nothing: 'No project or section of that name',
    moved: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} moved to ${text(of.place)}`,
    inSection: (of) => `${text(of.project)} › ${text(of.section)}`,
    tooDeep: 'Subtasks go five levels deep; here it would be a sixth.',
    noParent: 'There is no task above it that it could stand under.',
    noLevel: 'It stands at the top already.',
    indented: 'Now a subtask of the task above',
    outdented: 'Moved out one level',
    indent: 'Make it a subtask',
    outdent: 'Move out one level',
    toOther: 'Move to …',
    within: 'Move in the list',
  },
};
