import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterStaffFact, leadsOf, NOBODY, type Roster, type StaffChange,
} from '../../../../host/core/staff/roster.ts';
import {
  againstAdding, againstChange, againstFirst, isStaffId, readRoles,
} from '../../../../host/core/staff/staff-rules.ts';
import { ROLES } from '../../../../host/core/staff/role.ts';
import { member, NO_SECRET, rosterOf } from './people.ts';

const lead = member('m-sato', 'clinical-lead');
const provider = member('j-diaz', 'provider');
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code);

describe('who works here', () => {
  test('the first clinical lead is made once, and not while there is one', () => {
    const first = { staffId: 'm-sato', name: 'Mika Sato', roles: ['clinical-lead'] } as const;
    expect(againstFirst(NOBODY, first)).toEqual([]);
    expect(codes(againstFirst(rosterOf(lead), first))).toEqual(['lead-exists']);
  });

  test('only a clinical lead adds somebody', () => {
    const newcomer = { staffId: 'a-b', name: 'A B', roles: ['provider'] } as const;
    expect(againstAdding(rosterOf(lead, provider), newcomer, lead)).toEqual([]);
    expect(codes(againstAdding(rosterOf(lead, provider), newcomer, provider))).toEqual([
      'not-permitted',
    ]);
  });

  test('an id is not given twice, not even that of somebody who has left', () => {
    const roster = rosterOf(lead, { ...provider, retired: true });
    const again = { staffId: 'j-diaz', name: 'Another', roles: ['provider'] } as const;
    expect(codes(againstAdding(roster, again, lead))).toEqual(['already-there']);
  });

  test('the ids that stand for nobody cannot be anybody', () => {
    const none = ['unknown', 'first', '', 'A', 'a--b', 'a b', '../x', 'é'];
    expect(none.filter(isStaffId)).toEqual([]);
    expect(['m-sato', 'x', 'a1-b2'].every(isStaffId)).toBe(true);
  });

  test('roles are read with commas, each once, and an unknown one refuses them all', () => {
    expect(readRoles('provider, technician,provider')).toMatchObject({
      ok: true, value: ['provider', 'technician'],
    });
    expect(readRoles('provider,king').ok).toBe(false);
    expect(readRoles(' , ').ok).toBe(false);
  });

  test.each([
    { kind: 'retired', why: 'moved away' },
    { kind: 'roles', roles: ['provider'] },
  ] satisfies readonly StaffChange[])('S-76 the last clinical lead stays one: $kind', (change) => {
    const gone = { ...member('old', 'clinical-lead'), retired: true };
    const alone = rosterOf(lead, provider, gone);
    expect(codes(againstChange(alone, 'm-sato', change, lead))).toEqual(['last-lead']);
    const two = rosterOf(lead, member('b-okafor', 'clinical-lead', 'prescriber'));
    expect(againstChange(two, 'm-sato', change, lead)).toEqual([]);
  });

  test('S-76 whatever is asked in whatever order, a clinical lead is left', () => {
    const ids = ['a', 'b', 'c'] as const;
    const change = fc.oneof(
      fc.constant<StaffChange>({ kind: 'retired', why: 'left' }),
      fc.subarray([...ROLES]).map((roles): StaffChange => ({ kind: 'roles', roles })),
    );
    const asked = fc.record({ who: fc.constantFrom(...ids), by: fc.constantFrom(...ids), change });
    fc.assert(fc.property(fc.array(asked, { maxLength: 12 }), (wishes) => {
      const start = rosterOf(...ids.map((id) => member(id, 'clinical-lead')));
      const end = wishes.reduce<Roster>((roster, { who, by, change: what }) => {
        const asking = roster.get(by);
        if (asking === undefined || againstChange(roster, who, what, asking).length > 0) {
          return roster;
        }
        return afterStaffFact(roster, { kind: 'staff-changed', staffId: who, change: what });
      }, start);
      expect(leadsOf(end).length).toBeGreaterThan(0);
    }));
  });

  test('everybody may change the own secret, and only a lead that of another', () => {
    const roster = rosterOf(lead, provider);
    const change = { kind: 'secret', secret: NO_SECRET, secretKind: 'pin' } as const;
    expect(againstChange(roster, 'j-diaz', change, provider)).toEqual([]);
    expect(codes(againstChange(roster, 'm-sato', change, provider))).toEqual(['not-permitted']);
    expect(againstChange(roster, 'j-diaz', change, lead)).toEqual([]);
  });

  test('who has left can change nothing and is not changed', () => {
    const gone = { ...provider, retired: true };
    const roster = rosterOf(lead, gone);
    const change = { kind: 'roles', roles: ['provider'] } as const;
    expect(codes(againstChange(roster, 'j-diaz', change, lead))).toEqual(['retired']);
    const leadGone = { ...lead, retired: true };
    expect(codes(againstChange(roster, 'm-sato', change, leadGone))).toEqual(['retired']);
  });
});
