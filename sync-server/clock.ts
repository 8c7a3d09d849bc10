/** The time now in milliseconds since 1970, as injected by a composition root. */
export type Clock = () => number;
