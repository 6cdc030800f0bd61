/**
 * Codes of areas and sides go over the wire, so that each has to name the same skin in both ways.
 */
import { expect, test } from 'vitest';
import { AREA_CODE_MAX, AREA_NAMES, areaCode, areaName, isAreaName, isPaired, isSideOf, sideCode,
  sideName, type Side } from '../../protocol/area.ts';

const SIDES: readonly Side[] = ['midline', 'left', 'right'];

test('every area has a code of its own, and the code gives the area back', () => {
  expect(AREA_NAMES).toHaveLength(24);
  for (const name of AREA_NAMES) expect(areaName(areaCode(name))).toBe(name);
  expect(new Set(AREA_NAMES.map(areaCode)).size).toBe(AREA_CODE_MAX);
});

test('codes that name no area are undefined, among them 0 and one beyond the last', () => {
  for (const code of [-1, 0, AREA_CODE_MAX + 1, 255, 1.5]) expect(areaName(code)).toBeUndefined();
});

test('a text is an area only if it is spelt like one', () => {
  expect(isAreaName('cheek')).toBe(true);
  for (const text of ['Cheek', 'toString', '', 'cheeks']) expect(isAreaName(text)).toBe(false);
});

test('every side has a code, and a paired area has a left and a right but no middle', () => {
  for (const side of SIDES) expect(sideName(sideCode(side))).toBe(side);
  expect(sideName(3)).toBeUndefined();
  for (const name of AREA_NAMES) {
    expect(SIDES.filter((side) => isSideOf(name, side)))
      .toEqual(isPaired(name) ? ['left', 'right'] : ['midline']);
  }
});
