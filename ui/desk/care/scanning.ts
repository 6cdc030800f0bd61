// A package at the visit of today: its code is read, what is against it is told with every reason,
// and the cartridge is claimed for this person and this visit, once and for all. Which articles are
// used here is asked when a new one turns up, and kept.

import { ok, refuse } from '../../../protocol/result.ts';
import { scanCartridge } from '../../../host/core/care/visit/scanned-cartridge.ts';
import { formatDay } from '../../../host/core/day.ts';
import type { EntryOf } from '../../../host/journal/index.ts';
import { today } from '../../../host/cli/today.ts';
import type { Asked } from '../../contract/request.ts';
import { DONE, type Done } from '../doer.ts';
import type { Held } from '../held.ts';
import { claim } from './claiming.ts';
import { SIMULATED_GTIN } from './packages.ts';
import { showChart } from './showing.ts';
import { careRefusals, writeAtVisit } from './writing.ts';

type Scanned = Extract<Asked, { readonly kind: 'scan-cartridge' }>;

/** The articles that are used here; those of simulated packages only beside a simulated pen. */
const articlesOf = (held: Held): readonly string[] => [
  ...held.choices.articles,
  ...(held.pen.address() === 'sim' ? [SIMULATED_GTIN] : []),
];

/** The article that a code names, where everything else of it is in order. */
function newArticleIn(held: Held, code: string): string | undefined {
  const all = scanCartridge(code, { today: today(), gtins: articlesOf(held) });
  if (all.ok || all.error.length !== 1) return undefined;
  const [only] = all.error;
  return only?.code === 'article-unknown' ? only.about : undefined;
}

/** Takes it, or says why not. */
export async function scanPackage(
  held: Held,
  { code, intact, newArticle }: Scanned,
): Promise<Done> {
  const fresh = newArticle ? newArticleIn(held, code) : undefined;
  if (fresh !== undefined && held.choices.articles.length < 200) {
    held.choices = { ...held.choices, articles: [...held.choices.articles, fresh] };
    held.files.keepChoices(held.choices);
  }
  const scan = scanCartridge(code, { today: today(), gtins: articlesOf(held) });
  if (!scan.ok) {
    return refuse(careRefusals(scan.error.map(({ code: why, about }) =>
      ({ topic: 'scan', code: why, facts: { about } }))));
  }
  const { gtin, lot, serial, expiresOn } = scan.value;
  const read: EntryOf<'cartridge-scanned'>['code'] = {
    gtin, serial, expiresOn: formatDay(expiresOn), ...(lot === undefined ? {} : { lot }),
  };
  let at = { visitId: '', person: '' };
  const written = await writeAtVisit(held, ({ visit: { visitId, person } }) => {
    at = { visitId, person };
    const against = intact ? [] : ['package-not-checked'];
    const by = held.choices.operator;
    return ok([{
      kind: 'cartridge-scanned', visitId, person, code: read, packageIntact: intact, against, by,
    }]);
  });
  if (!written.ok) return written;
  const claimed = await claim(held, { serial, gtin, lot, ...at });
  showChart(held);
  return claimed.ok ? DONE : refuse(careRefusals([claimed.error]));
}
