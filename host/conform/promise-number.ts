// The numbers of the safety promises; what each says stands in host/README.md.

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** The number of a promise. */
export type PromiseNumber = `S-${'0' | '1' | '2' | '3' | '5'}${Digit}`;
