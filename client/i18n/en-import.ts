import { formatNumber, plural } from './plural.ts';

const tasks = (count: number) => plural(count, { one: 'task', other: 'tasks' });
const projects = (count: number) => plural(count, { one: 'project', other: 'projects' });
const labels = (count: number) => plural(count, { one: 'label', other: 'labels' });

/** Words of importing and exporting, on the screen and in the terminal. */
export const importWords = {
  import: {
    title: 'Import',
    intro:
      'Bring your tasks from Todoist or from a TaskFlow export. You see first what will happen.',
    todoistHint:
      'In Todoist: Settings → Backups → Download. Unpack the file and choose the projects you want, as many as you like.',
    choose: 'Choose files',
    drop: 'Drop CSV or JSON files here',
    reading: 'Reading the files …',
    previewTitle: 'What will happen',
    willMake: (made: { newTasks: number; newProjects: number; newLabels: number }) =>
      `New: ${tasks(made.newTasks)}, ${projects(made.newProjects)}, ${labels(made.newLabels)}.`,
    alreadyHere: (count: number) => `${formatNumber(count)} are here already and stay as they are.`,
    comeBack: (count: number) => `${formatNumber(count)} come back from the trash.`,
    nothingNew: 'There is nothing new in these files.',
    ofFile: (of: { tasks: number; subtasks: number; sections: number }) =>
      `${tasks(of.tasks)}, ${formatNumber(of.subtasks)} of them subtasks, in ${plural(of.sections, { one: 'section', other: 'sections' })}`,
    errorRows: (count: number) =>
      plural(count, { one: 'row cannot be imported', other: 'rows cannot be imported' }),
    noticeRows: (count: number) =>
      plural(count, {
        one: 'row is imported with a change',
        other: 'rows are imported with a change',
      }),
    line: (line: number) => `Line ${formatNumber(line)}`,
    documentAt: (position: number) => `Document ${formatNumber(position)}`,
    moreRows: (count: number) => `and ${formatNumber(count)} more`,
    start: (count: number) => `Import ${tasks(count)}`,
    startOther: 'Import',
    cancel: 'Choose other files',
    progress: ({ done, total }: { done: number; total: number }) =>
      `Importing ${formatNumber(done)} of ${formatNumber(total)}`,
    done: (count: number) => `${tasks(count)} imported`,
    doneText: 'They are saved on this device and go to the server with everything else.',
    stopped: 'The import stopped half-way. What was imported is kept; importing again goes on.',
    undo: 'Undo import',
    undoing: 'Undoing the import …',
    undone: 'The import was undone. What it made is in the trash.',
    again: 'Import more',
    exportTitle: 'Export',
    exportText: 'Everything on this device, also what has not reached the server yet.',
    exportJson: 'Export everything (JSON)',
    exportCsv: 'Export tasks as a table (CSV)',
    exporting: 'Collecting your tasks …',
    errors: {
      type_unknown: 'This kind of row is not known',
      content_missing: 'The row has no text',
      indent_invalid: 'The indent is not a whole number from 1',
      priority_invalid: 'The priority is not 1, 2, 3 or 4',
      too_many_cells: 'There are more cells than columns; perhaps a comma without quotes',
      cells_missing: 'The row is incomplete',
      quotes_invalid: 'The quotes of this row do not match',
      note_without_task: 'There is no task that this comment belongs to',
      value_invalid: 'A value is not valid',
      document_invalid: 'This is not a document of TaskFlow',
      too_large: 'It is too large',
    },
    notices: {
      title_cut: 'The title is longer than 500 characters; all of it is in the notes',
      name_cut: 'The name was shortened',
      notes_cut: 'The notes are longer than 50,000 characters and were shortened',
      labels_cut: 'Only the first 100 labels were kept',
      sections_full: 'A project has at most 200 sections; its tasks stand in the project itself',
      date_kept_as_text: 'The date was not understood and is kept in the notes',
      indent_jump: 'There is no task right above this level; it moved up',
      depth_capped: 'It is deeper than five levels of subtasks and moved up',
      responsible_kept_as_text: 'The person responsible is kept in the notes',
      unknown_field: 'A field is not known and was left out',
      assignees_left_out: 'The people assigned belong to another workspace',
      kind_left_out: 'This kind of document is not imported',
    },
    failures: {
      file_empty: 'The file is empty.',
      file_too_large: 'The file is too large: at most 20 MB of CSV or 256 MB of JSON.',
      encoding_invalid: 'The file is not in UTF-8. Save it as UTF-8 and try again.',
      format_unknown: 'This is neither a Todoist backup (CSV) nor a TaskFlow export (JSON).',
      version_unknown: 'This export was made by a newer TaskFlow. Update and try again.',
      json_invalid: 'The file is not valid JSON.',
      quote_unclosed: 'A quote is opened here and never closed.',
      too_many_columns: 'This row has far too many columns.',
    },
    nothingImported: 'Nothing of this file was imported.',
  },
} as const;
