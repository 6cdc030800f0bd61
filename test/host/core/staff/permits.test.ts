import { describe, expect, test } from 'vitest';
import { ACTIONS, mayDo, PERMITS } from '../../../../host/core/staff/permit-table.ts';
import { ROLES } from '../../../../host/core/staff/role.ts';

// Written apart from the table of the product, one mark a role: provider, prescriber, technician,
// clinical lead, auditor. A change of the one without the other is found, in either direction.
const MATRIX = `
  see-chart              P R . L A
  see-identity           P R . L .
  register-person        P R . L .
  amend-person           P R . L .
  merge-persons          . . . L .
  make-identity-key      . . . L .
  plan-series            P R . L .
  open-visit             P R . L .
  answer-screening       P R . L .
  sign-clearance         . R . . .
  reference-consent      P R . L .
  tick-visit-step        P R . L .
  scan-cartridge         P R . L .
  choose-adjunct         P R . L .
  permit-adjunct         . R . . .
  hand-over-aftercare    P R . L .
  record-follow-up       P R . L .
  lock-area              P R . L .
  unlock-area            . R . L .
  draft-adverse-event    P R . L .
  check-plan             P R T L A
  treat                  P R . . .
  treat-eye-area         P R . . .
  treat-radio-frequency  . R . . .
  clear-latch            P R . L .
  sign-override          . R . L .
  sign-record            P R . L .
  see-pens               P R T L A
  adopt-pen              . . T L .
  pair-pen               . . T L .
  service-pen            . . T L .
  calibrate-pen          . . T . .
  sign-certificate       . . T . .
  add-gauge              . . T L .
  retire-gauge           . . T L .
  see-limits             P R T L A
  sign-limit-profile     . . . L .
  see-staff              P R T L A
  add-staff              . . . L .
  change-staff           . . . L .
  retire-staff           . . . L .
  unlock-staff           . . . L .
  change-own-secret      P R T L A
  see-audit              . . . L A
  verify-audit           P R T L A
  export-audit           . . . L A
  export-record          P R . L A
  export-identity        . R . L .
  export-support         . . T L A
  back-up                . . T L .
  restore-back-up        . . . L .
  rebuild-store          . . T L .
  exchange-rooms         P R T L .
`;

const rows = MATRIX.trim().split('\n').map((line) => line.trim().split(/\s+/));

describe('what each role may do', () => {
  test('the matrix here and the table of the product name the same actions', () => {
    expect(rows.map(([action]) => action)).toEqual([...ACTIONS]);
  });

  test('S-75 every action for every role, both ways', () => {
    const marks = ACTIONS.map((action) =>
      [action, ...ROLES.map((role, at) => (mayDo([role], action) ? 'PRTLA'[at] : '.'))]);
    expect(marks).toEqual(rows);
  });

  test('S-75 somebody without a role may do nothing at all', () => {
    expect(ACTIONS.filter((action) => mayDo([], action))).toEqual([]);
  });

  test('two roles may do what either may, and nothing more', () => {
    for (const one of ROLES) {
      for (const other of ROLES) {
        for (const action of ACTIONS) {
          const either = mayDo([one], action) || mayDo([other], action);
          expect(mayDo([one, other], action)).toBe(either);
        }
      }
    }
  });

  test('S-75 an auditor may do nothing that changes anything but the own secret', () => {
    const may = ACTIONS.filter((action) => mayDo(['auditor'], action));
    const changes = may.filter((action) => !/^(?:see|check|verify|export)-/.test(action));
    expect(changes).toEqual(['change-own-secret']);
  });

  test('STOP is not in the table, since nobody has to be allowed to stop a pen', () => {
    expect(Object.keys(PERMITS).filter((action) => action.includes('stop'))).toEqual([]);
  });
});
