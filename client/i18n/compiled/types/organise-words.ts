// Made from catalogs/en/organise.json by `npm run words`; edit that instead.

/** The words of `organise` with what they take. */
export interface OrganiseWords {
  readonly select: {
    readonly bar: string;
    /** {count, number} selected */
    readonly selected: (of: { count: number }) => string;
    readonly cleared: string;
    readonly clear: string;
    readonly all: string;
    readonly done: string;
    readonly schedule: string;
    /** {count, plural, one {Schedule # task} other {Schedule # tasks}} */
    readonly scheduleTitle: (of: { count: number }) => string;
    readonly move: string;
    readonly duplicate: string;
    readonly trash: string;
    /** {count, plural, one {# task completed} other {# tasks completed}} */
    readonly completed: (of: { count: number }) => string;
    /** {count, plural, one {# task reopened} other {# tasks reopened}} */
    readonly reopened: (of: { count: number }) => string;
    /** {count, plural, one {# task moved to trash} other {# tasks moved to trash}} */
    readonly trashed: (of: { count: number }) => string;
    /** {count, plural, one {Priority of # task changed} other {Priority of # tasks changed}} */
    readonly prioritised: (of: { count: number }) => string;
    /** {count, plural, one {Date of # task changed} other {Date of # tasks changed}} */
    readonly scheduled: (of: { count: number }) => string;
    /** {count, plural, one {Labels of # task changed} other {Labels of # tasks changed}} */
    readonly labelled: (of: { count: number }) => string;
    /** {count, plural, one {# task duplicated} other {# tasks duplicated}} */
    readonly duplicated: (of: { count: number }) => string;
    /** {count, plural, one {How the task comes back} other {How # tasks come back}} */
    readonly repeatTitle: (of: { count: number }) => string;
    /** {count, plural, one {Repetition of # task changed} other {Repetition of # tasks changed}} */
    readonly repeats: (of: { count: number }) => string;
    readonly repeat: string;
  };
  readonly move: {
    /** {count, plural, one {Move # task to …} other {Move # tasks to …}} */
    readonly title: (of: { count: number }) => string;
    /** {count, plural, one {Move # task to … (project or section)} other {Move # tasks to … (project or section)}} */
    readonly placeholder: (of: { count: number }) => string;
    readonly nothing: string;
    /** {count, plural, one {# task moved to {place}} other {# tasks moved to {place}}} */
    readonly moved: (of: { count: number; place: string }) => string;
    /** {project} › {section} */
    readonly inSection: (of: { project: string; section: string }) => string;
    readonly tooDeep: string;
    readonly noParent: string;
    readonly noLevel: string;
    readonly indented: string;
    readonly outdented: string;
    readonly indent: string;
    readonly outdent: string;
    readonly toOther: string;
    readonly within: string;
  };
}
