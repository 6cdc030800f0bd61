// Which part of the body an area belongs to. It decides three things that no data file may decide:
// which rows a site can never raise, which strokes count as facial, and which rows are eye rows.

import { AREAS, type AreaName } from '../../protocol/area.ts';

/** A part of the body, as far as limits differ by it. */
export type BodyPart =
  | 'eye'
  | 'lip'
  | 'face'
  | 'neck'
  | 'scalp'
  | 'chest'
  | 'hand'
  | 'trunk'
  | 'limb';

const PARTS: Readonly<Record<AreaName, BodyPart>> = {
  'upper-eyelid': 'eye',
  infraorbital: 'eye',
  'crows-feet': 'eye',
  forehead: 'face',
  temple: 'face',
  glabella: 'face',
  nose: 'face',
  cheek: 'face',
  perioral: 'lip',
  vermilion: 'lip',
  chin: 'face',
  jawline: 'face',
  submental: 'neck',
  neck: 'neck',
  decolletage: 'chest',
  scalp: 'scalp',
  abdomen: 'trunk',
  'upper-arm': 'limb',
  forearm: 'limb',
  hand: 'hand', // the thinnest of six sites in histology: it keeps its row whatever a site signs
  back: 'trunk',
  buttock: 'trunk',
  thigh: 'limb',
  knee: 'limb',
};

/** Whether an area lies at the eye, where every rule is at its strictest. */
export const isEyeArea = (area: AreaName): boolean => PARTS[area] === 'eye';

/** Whether a treatment of an area shows how facial skin answers, before the eye is touched. */
export const isFacialNotEye = (area: AreaName): boolean =>
  PARTS[area] === 'face' || PARTS[area] === 'lip';

/** Whether strokes count towards the limits of the face: all skin that is not thick body skin. */
export const countsAsFace = (area: AreaName): boolean => AREAS[area].zone !== 'body';

/** Whether a site's own table may raise the depth of an area: trunk and limb rows only. */
export const mayBeRaised = (area: AreaName): boolean =>
  PARTS[area] === 'trunk' || PARTS[area] === 'limb';
