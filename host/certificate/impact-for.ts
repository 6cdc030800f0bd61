// The question of an as-found out of tolerance, put together from what an installation has: its
// certificates, its journal, and what the table in force takes off for a class.

import type { SeriesResult } from '../core/calibration/evaluate.ts';
import type { Certificate, SignedCertificate } from '../core/certificate/certificate-shape.ts';
import { certifiedSeries } from '../core/certificate/figures.ts';
import { impactOf, isOutOfTolerance } from '../core/certificate/impact.ts';
import type { Impact } from '../core/certificate/impact-shape.ts';
import type { LimitProfile } from '../core/limit-profile.ts';
import { penChain } from '../core/registry/pen-chain.ts';
import type { Entry } from '../journal/index.ts';

/** What an installation knows. */
export interface ImpactGround {
  readonly certificates: readonly SignedCertificate[];
  readonly entries: readonly Entry[];
  readonly classes: LimitProfile['classes'];
}

/** A pen as it was found. */
export interface FoundPen {
  readonly certificateId: string;
  readonly serial: string;
  readonly overshootUm: number | undefined;
  readonly asFound: SeriesResult | Certificate['asFound'];
  readonly overshoots: Certificate['overshoots'];
}

const isCertified = (of: FoundPen['asFound']): of is Certificate['asFound'] => 'kind' in of;

/** What a pen that was found like this means for treatments; undefined if nothing was evaluated. */
export function impactFor(found: FoundPen, ground: ImpactGround): Impact | undefined {
  const asFound = isCertified(found.asFound)
    ? found.asFound
    : certifiedSeries({ kind: 'evaluated', result: found.asFound });
  if (asFound.kind === 'incomplete') return undefined;
  const chain = penChain(ground.certificates, found.serial).map(({ certificate }) => certificate);
  const at = chain.findIndex(({ certificateId }) => certificateId === found.certificateId);
  const older = (at < 0 ? chain : chain.slice(0, at)).toReversed();
  return impactOf(
    {
      ...found,
      asFound,
      older,
      measuredOvershootUm: measuredUm(found.overshoots),
      classFigures: ground.classes,
    },
    ground.entries,
  );
}

/** The same, but only where the pen was found worse than its certificate said: else nothing. */
export function impactIfWorse(
  found: FoundPen,
  before: Certificate['before'],
  ground: ImpactGround,
): Impact | undefined {
  const asFound = isCertified(found.asFound)
    ? found.asFound
    : certifiedSeries({ kind: 'evaluated', result: found.asFound });
  return isOutOfTolerance(asFound, before) ? impactFor(found, ground) : undefined;
}

function measuredUm(overshoots: Certificate['overshoots']): number | undefined {
  const found = overshoots
    .filter(({ series }) => series === 'as-found')
    .map(({ overshootNm, expandedNm }) => Math.ceil((overshootNm + expandedNm) / 1_000));
  return found.length === 0 ? undefined : Math.max(...found);
}
