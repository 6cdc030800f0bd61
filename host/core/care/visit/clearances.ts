// What the FDA has cleared pens for, as far as digests and mirrored records tell: device, area,
// least age, skin types. Depths are told in words only: none of them is a limit here.

import type { AreaName } from '../../../../protocol/area.ts';
import { type Ground, groundedIn } from '../sources.ts';

/** What somebody treats it for. */
export type Purpose = 'acne-scar' | 'wrinkle' | 'abdominal-scar';

/** One clearance. */
export interface PenClearance {
  readonly filing: string;
  readonly device: string;
  readonly purpose: Purpose;
  readonly areas: readonly AreaName[];
  readonly ageYearsMin: number;
  readonly skinTypes: { readonly least: number; readonly most: number };
  readonly depth: string;
  readonly ground: Ground;
}

const QAI = groundedIn('B', 'qai-clearances');
const ALL_TYPES = { least: 1, most: 6 } as const;

/** The skin of a face on which acne leaves scars; no record narrows it further. */
const FACE: readonly AreaName[] = [
  'forehead', 'temple', 'glabella', 'nose', 'cheek', 'chin', 'jawline', 'perioral',
];
const PERIORBITAL: readonly AreaName[] = ['crows-feet'];

type Row = Omit<PenClearance, 'ground' | 'ageYearsMin' | 'skinTypes'>
  & Partial<Pick<PenClearance, 'ageYearsMin' | 'skinTypes'>>;

const cleared = (row: Row): PenClearance =>
  ({ ageYearsMin: 22, skinTypes: ALL_TYPES, ...row, ground: QAI });

const scars = (filing: string, device: string, depth: string): PenClearance =>
  cleared({ filing, device, purpose: 'acne-scar', areas: FACE, depth });

/** They. */
export const PEN_CLEARANCES: readonly PenClearance[] = [
  scars('DEN160029', 'SkinPen Precision', 'above 1.5 mm not evaluated'),
  cleared({
    filing: 'K180778 / K182407', device: 'Exceed', purpose: 'wrinkle',
    areas: ['glabella', 'cheek', ...PERIORBITAL], skinTypes: { least: 1, most: 3 },
    depth: '0 to 1.5 mm',
  }),
  cleared({
    filing: 'K180778 / K182407', device: 'Exceed', purpose: 'acne-scar', areas: FACE,
    skinTypes: { least: 1, most: 4 }, depth: '0 to 1.5 mm',
  }),
  cleared({
    filing: 'K192138', device: 'Rejuvapen NXT', purpose: 'wrinkle', areas: PERIORBITAL,
    skinTypes: { least: 1, most: 4 }, depth: 'not published; the pen reaches 2.5 mm',
  }),
  cleared({
    filing: 'K200044', device: 'SkinStylus SteriLock', purpose: 'abdominal-scar',
    areas: ['abdomen'], depth: 'up to 2.5 mm',
  }),
  cleared({
    filing: 'K202243', device: 'SkinPen Precision', purpose: 'wrinkle', areas: ['neck'],
    skinTypes: { least: 2, most: 4 },
    depth: 'the study went to 2.5 mm under a physician; not taken over here',
  }),
  scars('K202243', 'SkinPen Precision', 'above 1.5 mm not evaluated'),
  scars('K230420', 'Dr. Pen A20', '1.5 mm recommended, 2.0 mm at most'),
  scars('K243800', 'Dermalogica PRO Pen', 'steps of 0.2 mm to 1.5 mm'),
  cleared({
    filing: 'K253002', device: 'SkinStylus SteriLock', purpose: 'wrinkle', areas: PERIORBITAL,
    ageYearsMin: 34, depth: "left to the maker's instructions",
  }),
  scars('K252591', 'CODE-X', '1.5 mm recommended, 2.0 mm at most'),
];
