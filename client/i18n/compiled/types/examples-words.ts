// Made from catalogs/en/examples.json by `npm run words`; edit that instead.

/** The words of `examples` with what they take. */
export interface ExamplesWords {
  readonly project: string;
  readonly note: string;
  readonly remove: string;
  readonly removed: string;
  readonly dismiss: string;
  readonly tasks: {
    readonly tick: {
      /** {device, select, touch {Tick me: tap the circle, or swipe me right} other {Tick me: click the circle, or press {key}}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly add: {
      /** {device, select, touch {Tap + and write “Call Mum tomorrow 18:00 #family”} other {Press {key} and write “Call Mum tomorrow 18:00 #family”}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly drag: {
      /** {device, select, touch {Tap ⋯ beside me and move me to the top} other {Drag me to another place, or press {key}}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly open: {
      /** {device, select, touch {Tap my title to open me, and tick in my notes} other {Open me with {key}, and tick in my notes}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly plan: {
      /** {device, select, touch {Plan me: swipe me left and choose a day} other {Plan me: press {key} and choose a day}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly find: {
      /** {device, select, touch {Find me: tap Search and write “treasure”} other {Find me: press {key} and write “treasure”}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly undo: {
      /** {device, select, touch {Change something, then tap Undo} other {Change something, then take it back with {key}}} */
      readonly title: (of: { device: 'other' | 'touch'; key: string }) => string;
      readonly notes: string;
    };
    readonly parent: {
      readonly title: string;
      readonly notes: string;
    };
    readonly child: {
      readonly title: string;
      readonly notes: string;
    };
    readonly offline: {
      readonly title: string;
      readonly notes: string;
    };
  };
}
