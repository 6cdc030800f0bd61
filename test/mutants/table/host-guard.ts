/**
 * Mutants of the guard before the wire: what it reads off the bytes, what it reckons anew from the
 * raw table, and what it lets through. It stands where nothing else looks at a frame any more.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of host/guard. */
export const HOST_GUARD: Table = {
  folder: 'host/guard',
  within: ['host/guard/'],
  least: 8,
  mutants: [
    mutant(
      'S-01', 'check-removed', 'wire-armed-deeper-than-its-cap',
      edit(
        'host/guard/arm-rules.ts',
        "above('depth', u16(frame, 12), cap.depthUm) ??",
        "above('depth', 0, cap.depthUm) ??",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > an arming is kept back for S-01 a depth above the cap',
      ),
    ),
    mutant(
      'S-01', 'wrong-unit', 'wire-takes-tens-of-micrometres',
      edit(
        'host/guard/arm-rules.ts',
        "above('depth', u16(frame, 12), cap.depthUm) ??",
        "above('depth', u16(frame, 12) / 10, cap.depthUm) ??",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > an arming is kept back for S-01 a depth above the cap',
      ),
    ),
    mutant(
      'S-05', 'off-by-one', 'wire-lets-a-pass-be-a-stroke-longer',
      edit(
        'host/guard/arm-rules.ts',
        "above('pass-strokes', ceiling - heard.strokes, strokes) ??",
        "above('pass-strokes', ceiling - heard.strokes - 1, strokes) ??",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > an arming is kept back for S-05 a ceiling above the pass',
      ),
    ),
    mutant(
      'S-37', 'check-removed', 'wire-lets-any-rate-through',
      edit(
        'host/guard/arm-rules.ts',
        "above('rate', u16(frame, 14), cap.rateCentiHz) ??",
        "above('rate', 0, cap.rateCentiHz) ??",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > an arming is kept back for S-01 a rate above the cap',
      ),
    ),
    mutant(
      'S-30', 'check-removed', 'wire-counts-no-needles',
      edit(
        'host/guard/arm-rules.ts',
        "(u8(frame, 20) === needles ? undefined : broken('needles')) ??",
        '',
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > an arming is kept back for S-04 the needles of another cartridge',
      ),
    ),
    mutant(
      'S-37', 'reason-ignored', 'wire-arms-for-another-plan',
      edit(
        'host/guard/arm-rules.ts',
        "if (!isOfPlan(frame, facts.wished?.planHash ?? '')) return broken('other-plan');",
        "isOfPlan(frame, facts.wished?.planHash ?? '');",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > an arming is kept back for another plan',
      ),
    ),
    mutant(
      'S-06', 'check-removed', 'wire-lets-any-credit-through',
      edit(
        'host/guard/grant-rules.ts',
        "above('credit', ceiling - telemetry.strokes, arming.credit) ??",
        "above('credit', 0, arming.credit) ??",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > gives one credit above the counter and no stroke more',
      ),
    ),
    mutant(
      'S-05', 'check-removed', 'wire-grants-beyond-the-arming',
      edit(
        'host/guard/grant-rules.ts',
        "above('beyond-arming', ceiling, arming.passCeiling) ??",
        "above('beyond-arming', 0, arming.passCeiling) ??",
      ),
      by('test/host/guard/guard.test.ts', 'GRANT > never goes above the end of its pass'),
    ),
    mutant(
      'S-12', 'age-forgotten', 'wire-grants-for-longer',
      edit(
        'host/guard/grant-rules.ts',
        'notAfterPenMs - telemetry.penMs, arming.leaseMs)',
        'notAfterPenMs - telemetry.penMs, 10 * arming.leaseMs)',
      ),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > lasts 200 ms by the newest word of the pen, and no longer than the pen says',
      ),
    ),
    mutant(
      'S-12', 'check-removed', 'wire-grants-under-another-arming',
      edit(
        'host/guard/grant-rules.ts',
        "  if (armingId !== arming.armingId) return broken('not-armed');\n",
        '',
      ),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > goes out under an arming that the pen has confirmed, and under no other',
      ),
    ),
    mutant(
      'S-15', 'check-removed', 'wire-grants-another-press',
      edit('host/guard/grant-rules.ts', '!fresh || holdId !== held', '!fresh'),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > needs a finger that is there, by the number of its press',
      ),
    ),
    mutant(
      'S-15', 'reason-ignored', 'wire-grants-without-a-finger',
      edit('host/guard/grant-rules.ts', '!fresh || holdId !== held', 'holdId !== held'),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > needs a finger that is there, by the number of its press',
      ),
    ),
    mutant(
      'S-06', 'check-removed', 'wire-grants-a-stamp-twice',
      edit('host/guard/grant-rules.ts', "  if (again) return broken('stamp');\n", ''),
      by('test/host/guard/guard.test.ts', 'GRANT > is given once for each press of a stamp'),
    ),
    mutant(
      'S-07', 'comparison-flipped', 'wire-grants-with-its-contact-spent',
      edit(
        'host/guard/grant-rules.ts',
        "below('contact-time', arming.onMs, arming.contactMsMax) ??",
        "below('contact-time', 0, arming.contactMsMax + 1) ??",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > is not renewed once an area has had its contact time',
      ),
    ),
    mutant(
      'S-08', 'age-forgotten', 'wire-grants-on-one-spot',
      edit(
        'host/guard/grant-rules.ts',
        "below('dwell-time', arming.stillMs, arming.dwellMsMax)",
        "below('dwell-time', 0, arming.dwellMsMax + 1)",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'GRANT > is not renewed on one spot, nor after the longest hold',
      ),
    ),
    mutant(
      'S-02', 'check-removed', 'wire-forgets-the-class-figure',
      edit(
        'host/guard/pen-margin.ts',
        'highUm: Math.max(high, figure.highUm)',
        'highUm: Math.max(high, 0)',
      ),
      by(
        'test/host/guard/cap.test.ts',
        'the caps of the guard > class, bias, uncertainty and overshoot are taken off, ' +
          'and the step goes down',
      ),
    ),
    mutant(
      'S-02', 'check-removed', 'wire-forgets-the-overshoot',
      edit(
        'host/guard/pen-margin.ts',
        'const beyondUm = can.overshootUm ?? 0;',
        'const beyondUm = 0 * (can.overshootUm ?? 0);',
      ),
      by(
        'test/host/guard/cap.test.ts',
        'the caps of the guard > class, bias, uncertainty and overshoot are taken off, ' +
          'and the step goes down',
      ),
    ),
    mutant(
      'S-10', 'comparison-flipped', 'wire-forgets-the-interval',
      edit(
        'host/guard/blocked.ts',
        'return days < refusedUnderDays\n',
        'return days < -refusedUnderDays\n',
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > skin that the case file saw four weeks ago and less arms nothing',
      ),
    ),
    mutant(
      'S-31', 'reason-ignored', 'wire-takes-any-certificate',
      edit(
        'host/guard/blocked.ts',
        "return when(!named || !sound, 'certificate');",
        "return when(!named && !sound, 'certificate');",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > a certificate that is absent, failed or of tomorrow arms nothing',
      ),
    ),
    mutant(
      'S-31', 'reason-ignored', 'wire-forgets-a-shake',
      edit(
        'host/guard/area-cap.ts',
        'const careful = first || worn || pages.certificate.dueDay < today;',
        'const careful = first || pages.certificate.dueDay < today;',
      ),
      by(
        'test/host/guard/worn.test.ts',
        'a pen that was shaken goes no deeper than recommended, by the lines alone',
      ),
    ),
    mutant(
      'S-31', 'age-forgotten', 'wire-uses-a-pen-for-ever',
      edit(
        'host/guard/pen-past.ts',
        '(past.treatments.get(name)?.size ?? 0) >= TREATMENTS_MAX',
        '(past.treatments.get(name)?.size ?? 0) > TREATMENTS_MAX * 2',
      ),
      by(
        'test/host/guard/worn.test.ts',
        'after two hundred treatments a pen goes no deeper than recommended',
      ),
    ),
    mutant(
      'S-30', 'reason-ignored', 'wire-takes-any-cartridge',
      edit(
        'host/guard/blocked.ts',
        "return when(!known || !fit || !fresh, 'cartridge');",
        "return when(!known && !fit && !fresh, 'cartridge');",
      ),
      by(
        'test/host/guard/guard.test.ts',
        'ENVELOPE and ARM > a cartridge that is gone, foreign, unknown, expired or bare ' +
          'arms nothing',
      ),
    ),
    mutant(
      'S-11', 'reason-ignored', 'wire-opens-the-eye',
      edit(
        'host/guard/blocked.ts',
        "return when(!tight || !ready, 'eye');",
        "return when(!tight && !ready, 'eye');",
      ),
      by(
        'test/host/guard/cap.test.ts',
        'the caps of the guard > the eye is blocked by a pen of class S',
      ),
    ),
    mutant(
      'S-16', 'check-removed', 'wire-arms-outside-a-treatment',
      edit(
        'host/guard/allowed.ts',
        "  if (mode !== MODE.treatment) return broken('wrong-mode');\n",
        '',
      ),
      by('test/host/guard/guard.test.ts', 'ENVELOPE and ARM > what the guard does not know blocks'),
    ),
    mutant(
      'S-19', 'check-removed', 'wire-speaks-to-another-link',
      edit(
        'host/guard/guard.ts',
        "session === heard.session ? undefined : broken('foreign-link')",
        'session === heard.session ? undefined : undefined',
      ),
      by('test/host/guard/guard.test.ts', 'GRANT > is dead with its link session'),
    ),
    mutant(
      'S-04', 'check-removed', 'wire-gives-strokes-of-today-again',
      edit(
        'host/guard/allowed.ts',
        '(account.punctures.get(found.place) ?? 0) + (had?.ownPunctures ?? 0)',
        'account.punctures.get(found.place) ?? 0',
      ),
      by(
        'test/host/guard/had-before.test.ts',
        'strokes that an area has had today are not let through again',
      ),
    ),
    mutant(
      'S-09', 'check-removed', 'wire-forgets-what-the-face-has-had',
      edit(
        'host/guard/allowed.ts',
        'face ? limit.face - used.face - own.face',
        'face ? limit.face - own.face',
      ),
      by(
        'test/host/guard/had-before.test.ts',
        'punctures that the face has had today bound every other area of it',
      ),
    ),
    mutant(
      'S-47', 'check-removed', 'wire-forgets-what-it-saw-shaken',
      edit('host/guard/allowed.ts', 'const worn = shaken || isWorn(', 'const worn = isWorn('),
      by(
        'test/host/guard/worn.test.ts',
        'a pen that latches so in the treatment goes no deeper after it is cleared',
      ),
    ),
  ],
};
