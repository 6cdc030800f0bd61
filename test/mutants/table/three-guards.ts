/**
 * Guards silenced, two at a time and all together. What nobody above the wire may get wrong is kept
 * by whichever guard is left, and noticed by it; with all of them silenced the judges of the world
 * complain, so it was the guards that kept them quiet.
 */
import { by, byChecker, edit, silenced, type Table } from '../mutant.ts';

const STORY = 'test/world/stories/guards.test.ts';
const ALONE = 'test/world/guards/guards.test.ts';

// Admission, wrong: everything three tenths of a millimetre deeper.
const TOO_DEEP = edit(
  'host/core/depth-limit.ts',
  'um(setting < pen.depthUmMin ? 0 : setting)',
  'um(setting < pen.depthUmMin ? 0 : setting + 300)',
);
// Admission, wrong: three times the strokes.
const TOO_MANY = [
  edit(
    'host/core/dose-limit.ts',
    'perPass: strokes(perPass.value),',
    'perPass: strokes(3 * perPass.value),',
  ),
  edit(
    'host/core/dose-limit.ts',
    'total: strokes(Math.min(whole, perPass.value * of.passes)),',
    'total: strokes(3 * Math.min(whole, perPass.value * of.passes)),',
  ),
];
// Control, wrong: permission without a near end.
const TOO_LONG = [
  edit(
    'host/core/control/grants.ts',
    'Math.min(arming.ceiling, now + task.creditStrokes)',
    'Math.min(arming.ceiling, now + 200 + task.creditStrokes)',
  ),
  edit(
    'host/core/control/grants.ts',
    'penMs(telemetry.penMs + leaseMs(control))',
    'penMs(telemetry.penMs + leaseMs(control) + 5_000)',
  ),
];

const ARM_RULES = 'host/guard/arm-rules.ts';
const GRANT_RULES = 'host/guard/grant-rules.ts';
const WIRE_BLIND_TO_DEPTH = [
  edit(ARM_RULES, "above('depth', u16(frame, 1), cap.depthUm)", "above('depth', 0, cap.depthUm)"),
  edit(ARM_RULES, "above('depth', u16(frame, 12), cap.depthUm)", "above('depth', 0, cap.depthUm)"),
];
const WIRE_BLIND_TO_STROKES = [
  edit(
    ARM_RULES,
    "above('pass-strokes', u32(frame, 5), strokes)",
    "above('pass-strokes', 0, strokes)",
  ),
  edit(
    ARM_RULES,
    "above('pass-strokes', ceiling - heard.strokes, strokes)",
    "above('pass-strokes', 0, strokes)",
  ),
];
const WIRE_BLIND_TO_GRANTS = [
  edit(
    GRANT_RULES,
    "above('lease', notAfterPenMs - telemetry.penMs, arming.leaseMs)",
    "above('lease', 0, arming.leaseMs)",
  ),
  edit(
    GRANT_RULES,
    "above('credit', ceiling - telemetry.strokes, arming.credit)",
    "above('credit', 0, arming.credit)",
  ),
];

const PEN = 'sim/firmware/guard.ts';
const PEN_BLIND_TO_DEPTH = [
  edit(
    PEN,
    "atMost('beyond-ceiling', arm.depthUm, ceiling.depthUm)",
    "atMost('beyond-ceiling', 0, ceiling.depthUm)",
  ),
  edit(
    PEN,
    "atMost('beyond-ceiling', row.depthUmMax, ceiling.depthUm)",
    "atMost('beyond-ceiling', 0, ceiling.depthUm)",
  ),
];
const PEN_BLIND_TO_GRANTS = [
  edit(
    PEN,
    'notAfterPenMs, ages.penMs + leaseMsMax(make))',
    'notAfterPenMs, ages.penMs + leaseMsMax(make) + 10_000)',
  ),
  edit(
    PEN,
    'grant.ceiling, ledger.strokes + arming.creditMax)',
    'grant.ceiling, ledger.strokes + arming.creditMax + 1_000)',
  ),
];

const WIRE_SPEAKS = by(STORY, 'of a sound host the guard before the wire refuses nothing');
const PEN_SPEAKS = by(STORY, 'of a sound host the pen refuses nothing');
const EYE = by(STORY, 'at the eye no needle goes deeper than the cap');
const DOSE = by(STORY, 'nobody is given more strokes than the area has');
const CABLE = by(STORY, 'a cable that is pulled leaves a pen within its published bound');

const wireAlone = (what: string): ReturnType<typeof by> =>
  by(ALONE, `the guard before the wire, alone > keeps back what control sends when it ${what}`);

/** The table of the three guards together. */
export const THREE_GUARDS: Table = {
  folder: 'three guards',
  within: ['host/core/', 'host/guard/', 'sim/firmware/'],
  least: 8,
  mutants: [
    silenced('S-37', 'too-deep-with-both-guards', [TOO_DEEP], WIRE_SPEAKS, EYE),
    silenced('S-37', 'too-deep-with-the-pen-alone', [TOO_DEEP, ...WIRE_BLIND_TO_DEPTH],
      PEN_SPEAKS, EYE),
    silenced('S-37', 'too-deep-with-the-wire-alone', [TOO_DEEP, ...PEN_BLIND_TO_DEPTH],
      WIRE_SPEAKS, EYE),
    silenced('S-37', 'depth-kept-by-admission-alone',
      [...WIRE_BLIND_TO_DEPTH, ...PEN_BLIND_TO_DEPTH], wireAlone('arms 50 um deeper'), EYE),
    silenced('S-37', 'too-deep-with-nobody',
      [TOO_DEEP, ...WIRE_BLIND_TO_DEPTH, ...PEN_BLIND_TO_DEPTH],
      byChecker('depth', EYE.file, EYE.test), CABLE),
    silenced('S-37', 'too-many-strokes-with-both-guards', TOO_MANY, WIRE_SPEAKS, DOSE),
    // The pen knows no plan and no earlier visit: here it proves nothing, and the judges complain.
    silenced('S-37', 'too-many-strokes-with-the-pen-alone', [...TOO_MANY, ...WIRE_BLIND_TO_STROKES],
      byChecker('dose', DOSE.file, DOSE.test), CABLE),
    silenced('S-37', 'strokes-kept-by-admission-alone', WIRE_BLIND_TO_STROKES,
      wireAlone('arms for one stroke more than a pass'), DOSE),
    silenced('S-37', 'grants-too-long-with-both-guards', TOO_LONG, WIRE_SPEAKS, CABLE),
    silenced('S-37', 'grants-too-long-with-the-pen-alone', [...TOO_LONG, ...WIRE_BLIND_TO_GRANTS],
      PEN_SPEAKS, CABLE),
    silenced('S-37', 'grants-too-long-with-the-wire-alone', [...TOO_LONG, ...PEN_BLIND_TO_GRANTS],
      WIRE_SPEAKS, CABLE),
    silenced('S-37', 'grants-kept-by-control-alone',
      [...WIRE_BLIND_TO_GRANTS, ...PEN_BLIND_TO_GRANTS],
      wireAlone('grants for 50 ms longer'), CABLE),
    silenced('S-37', 'grants-too-long-with-nobody',
      [...TOO_LONG, ...WIRE_BLIND_TO_GRANTS, ...PEN_BLIND_TO_GRANTS],
      byChecker('stop-bound', CABLE.file, CABLE.test), EYE),
  ],
};
