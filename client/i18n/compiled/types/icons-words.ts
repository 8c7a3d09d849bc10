// Made from catalogs/en/icons.json by `npm run words`; edit that instead.

/** The words of `icons` with what they take. */
export interface IconsWords {
  readonly icon: string;
  readonly none: string;
  readonly find: string;
  readonly nothing: string;
  readonly names: {
    readonly house: string;
    readonly briefcase: string;
    readonly 'building-2': string;
    readonly landmark: string;
    readonly 'graduation-cap': string;
    readonly 'book-open': string;
    readonly 'pen-tool': string;
    readonly paintbrush: string;
    readonly code: string;
    readonly terminal: string;
    readonly rocket: string;
    readonly target: string;
    readonly trophy: string;
    readonly flag: string;
    readonly star: string;
    readonly heart: string;
    readonly users: string;
    readonly baby: string;
    readonly 'paw-print': string;
    readonly stethoscope: string;
    readonly dumbbell: string;
    readonly bike: string;
    readonly car: string;
    readonly plane: string;
    readonly 'map-pin': string;
    readonly globe: string;
    readonly 'shopping-cart': string;
    readonly wallet: string;
    readonly 'piggy-bank': string;
    readonly gift: string;
    readonly utensils: string;
    readonly coffee: string;
    readonly leaf: string;
    readonly 'flower-2': string;
    readonly 'tree-pine': string;
    readonly sun: string;
    readonly moon: string;
    readonly music: string;
    readonly camera: string;
    readonly 'gamepad-2': string;
    readonly hammer: string;
    readonly wrench: string;
    readonly lightbulb: string;
    readonly 'list-checks': string;
  };
}
