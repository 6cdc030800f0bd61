/**
 * The published stop bound for each class of area and each pen of the simulator, made of the limit
 * profile's densities, the host's credit and the bound of the protocol.
 */
import { readFileSync } from 'node:fs';
import { type AreaName, AREAS } from '../../protocol/area.ts';
import { stopBoundPuncturesPerCm2, stopBoundStrokes } from '../../protocol/stop-bound.ts';
import { LEASE_MS_MAX } from '../../protocol/timing.ts';
import { centiHz, mm2, strokes, um } from '../../protocol/units.ts';
import { spotStrokes, twoRenewals } from '../../host/core/credit-limit.ts';
import { day } from '../../host/core/day.ts';
import type { Cartridge } from '../../host/core/pen-description.ts';
import { cartridgeFor, CARTRIDGES, MODEL_NAMES, type ModelName, penModel }
  from '../../sim/models/index.ts';
import { table } from './markdown.ts';

/** What the table needs of the limit profile. */
interface Profile {
  readonly rows: readonly {
    readonly area: AreaName;
    readonly densityPerCm2: { readonly max: number };
  }[];
  readonly zones: Readonly<Record<string, { readonly rateCentiHzMax: number }>>;
}

const PROFILE = 'host/profile/base-profile.json';

interface AreaClass {
  readonly areas: readonly AreaName[];
  readonly densityPerCm2: number;
  readonly rateCentiHzMax: number;
  readonly eye: boolean;
}

/** Areas with the same density and the same rate, from the strictest on. */
function areaClasses({ rows, zones }: Profile): readonly AreaClass[] {
  const classes = new Map<string, AreaClass>();
  for (const { area, densityPerCm2 } of rows) {
    if (densityPerCm2.max === 0) continue;
    const { zone } = AREAS[area];
    const rateCentiHzMax = zones[zone]?.rateCentiHzMax ?? 0;
    const key = `${densityPerCm2.max} ${rateCentiHzMax}`;
    const areas = [...(classes.get(key)?.areas ?? []), area];
    const eye = zone === 'eye';
    classes.set(key, { areas, densityPerCm2: densityPerCm2.max, rateCentiHzMax, eye });
  }
  return [...classes.values()].sort((one, other) => one.densityPerCm2 - other.densityPerCm2);
}

function cell(name: ModelName, of: AreaClass): string {
  const pen = penModel(name, 2400);
  const chip = CARTRIDGES[cartridgeFor(pen)];
  if (of.rateCentiHzMax < pen.rateCentiHzMin) return 'too fast';
  const rateCentiHz = centiHz(Math.min(of.rateCentiHzMax, pen.rateCentiHzMax));
  const head: Cartridge = {
    ...chip, needleLengthUm: um(chip.needleLengthUm), headAreaMm2: mm2(chip.headAreaMm2),
    lot: '', serial: '', expiryDay: day(0), usedStrokes: strokes(0),
  };
  const credit = strokes(Math.min(20, pen.creditMax, spotStrokes(of.densityPerCm2, head)));
  if (credit < 1) return 'too dense';
  const bound = stopBoundStrokes({ credit, rateCentiHz, leaseMs: LEASE_MS_MAX });
  const density = stopBoundPuncturesPerCm2(bound, chip.needleCount, mm2(chip.headAreaMm2));
  const stamped = credit < twoRenewals(rateCentiHz) || (of.eye && !pen.sensors.motion);
  return `${bound} / ${density}${stamped ? ' s' : ''}`;
}

/** Strokes, and punctures per cm2 on one spot, that can follow the last renewal. */
export function areaBoundTable(): string {
  const profile = JSON.parse(readFileSync(PROFILE, 'utf8')) as Profile;
  const heads = MODEL_NAMES.map((name) => {
    const chip = CARTRIDGES[cartridgeFor(penModel(name, 2400))];
    return `${name}, ${chip.needleCount} needles on ${chip.headAreaMm2} mm2`;
  });
  return table(
    ['areas', 'density cap per cm2', 'fastest', ...heads],
    areaClasses(profile).map((of) => [
      of.areas.join(', '), String(of.densityPerCm2), `${of.rateCentiHzMax / 100} Hz`,
      ...MODEL_NAMES.map((name) => cell(name, of)),
    ]),
  );
}
