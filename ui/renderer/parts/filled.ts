// How far a bar is filled. Its ground grows and not the bar: a width would have the page laid out
// anew at every snapshot, and a share of a two-hundredth is seen by nobody.

const STEPS = 200;

/** The style of a bar that is filled to a share of 0 to 1. */
export const filledTo = (share: number): Readonly<Record<string, string>> => {
  const percent = (Math.round(Math.min(1, Math.max(0, share)) * STEPS) / STEPS) * 100;
  return { 'background-size': `${percent}% 100%` };
};
