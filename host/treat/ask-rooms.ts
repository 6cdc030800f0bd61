// The other rooms are asked before somebody is treated and told afterwards, where there are others.
// Nothing waits for them for long: when they cannot be asked, the room is stricter and goes on.

import { explainChart, openChart } from '../chart/index.ts';
import type { JournalWorld } from '../journal/index.ts';
import { exchangeRooms, sharedAddress } from '../store/index.ts';

/** What the other rooms said, as far as a treatment is concerned. */
export interface RoomsAsked {
  /** There are others, and they could not be asked. */
  readonly unasked: boolean;
  /** What somebody has to be told of it. */
  readonly sentence: string | undefined;
}

const STRICTER = ' Until then everybody is treated as at a first visit.';

/** Exchanges with the other rooms. */
export async function askRooms(dataDir: string, world: JournalWorld): Promise<RoomsAsked> {
  if (sharedAddress() === '') return { unasked: false, sentence: undefined };
  const chart = openChart(dataDir, world);
  if (!chart.ok) return { unasked: true, sentence: explainChart(chart.error) };
  const news = await exchangeRooms({ dataDir, world, chart: chart.value });
  if (!news.ok) return { unasked: true, sentence: news.error.sentence };
  switch (news.value.kind) {
    case 'alone':
      return { unasked: false, sentence: undefined };
    case 'out-of-reach':
      return { unasked: true, sentence: news.value.sentence + STRICTER };
    case 'exchanged': {
      const { blocked } = news.value;
      const sentence = blocked.length === 0 ? undefined
        : `Discard ${blocked.join(', ')}: taken in another room as well, and blocked everywhere.`;
      return { unasked: false, sentence };
    }
  }
}
