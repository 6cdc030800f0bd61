/** What another process tells now and then, for whoever waits for one thing that it may say. */

const WAIT_MS_MAX = 8_000;

/** Something that is told now and then, and waited for; in vain for eight seconds at most. */
export function createMailbox<Told>() {
  let waiting: { readonly fits: (told: Told) => boolean; readonly go: (told: Told) => void }[] = [];
  return {
    put: (told: Told): void => {
      const fitting = waiting.filter(({ fits }) => fits(told));
      waiting = waiting.filter((one) => !fitting.includes(one));
      for (const { go } of fitting) go(told);
    },
    next: (what: string, fits: (told: Told) => boolean): Promise<Told> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), WAIT_MS_MAX);
        const go = (told: Told): void => {
          clearTimeout(late);
          resolve(told);
        };
        waiting.push({ fits, go });
      }),
  };
}
