// The screens that are fetched after the first paint. They are fetched at once when the window has
// nothing better to do, so that none is waited for when a treatment begins.

import { onCleanup } from 'solid-js';

/** How each screen is fetched. */
export const SCREEN_PARTS = {
  people: async () => ({ default: (await import('../screens/people.tsx')).People }),
  plan: async () => ({ default: (await import('../screens/plan.tsx')).Plan }),
  treat: async () => ({ default: (await import('../screens/treat.tsx')).Treat }),
  after: async () => ({ default: (await import('../screens/after.tsx')).After }),
  records: async () => ({ default: (await import('../screens/records.tsx')).Records }),
  bench: async () => ({ default: (await import('../screens/bench.tsx')).Bench }),
  pens: async () => ({ default: (await import('../screens/pens.tsx')).Pens }),
  settings: async () => ({ default: (await import('../screens/settings.tsx')).Settings }),
  simulator: () => import('../screens/simulator.tsx'),
} as const;

const SOON_MS = 300;

/** Fetches all screens soon. */
export function preloadScreens(): void {
  const timer = setTimeout(() => {
    for (const fetchPart of Object.values(SCREEN_PARTS)) void fetchPart();
  }, SOON_MS);
  onCleanup(() => clearTimeout(timer));
}
