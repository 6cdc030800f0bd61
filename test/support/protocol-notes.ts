/**
 * What the tables of protocol/README.md say beside what the catalogue says by itself: a sentence
 * for every message, every field, every reason. A test demands that none is missing or left over.
 */
import type { LatchReason, RefusalReason } from '../../protocol/reason.ts';

/** A sentence for each message, by kind. */
export const MESSAGE_NOTES: Readonly<Record<string, string>> = {
  stop:
    'Stop, retract, latch `host-stop`, end the arming. Heard in any session and state, '
    + 'its session number and sequence are not looked at. Repeated every 20 ms until '
    + 'telemetry shows a pen that is stopped and retracted.',
  hello:
    'Begins a link session. Session 0, sequence 0. Repeated with the same nonce every 250 '
    + 'ms until WELCOME.',
  join:
    'Enters the link session in a mode; reports start. There is no way from one mode to '
    + 'another but a new HELLO.',
  read:
    'Asks for one page; the answer is the page, or an OUTCOME that refuses '
    + '`no-such-page`. Needs no JOIN.',
  arm: 'One human decision. Everything in it is an upper limit that only TIGHTEN can change.',
  tighten: 'Lowers limits of the present arming. Values that stay are repeated; none may rise.',
  grant:
    'Permission to move under an arming, with two absolute ends: a reading of the stroke '
    + 'counter and an instant of the pen\'s clock. Its acknowledgement names the telemetry '
    + 'that it was based on.',
  disarm: 'Ends the arming; needles that are out come in. Does not latch.',
  clear: 'Clears the one latch that it names by reason and number.',
  envelope:
    'One row of the envelope: what this pen will not exceed in an area during this link '
    + 'session. Only while nothing is armed, only at or under what is built in. A new link '
    + 'session starts with no rows.',
  extend: 'Calibration only: needles held out at a depth, without strokes, until an instant.',
  run: 'Calibration only: strokes up to a reading of the counter and until an instant.',
  certify:
    'Calibration only: the calibration table that holds from now on, whole and with its own '
    + 'check. Moves nothing; the one before holds until this one is stored, and page 9 tells '
    + 'which of them does.',
  welcome:
    'The answer to HELLO. The same HELLO gets the same WELCOME again. Session 0, sequence '
    + '0.',
  outcome:
    'The answer to a request that is not a READ, and to a GRANT that was refused. A GRANT '
    + 'that was taken is acknowledged by telemetry only.',
  telemetry: 'The state of the pen, every 10 ms once joined.',
  vitals: 'What changes slowly, every 200 ms once joined.',
  identity: 'Page 1: who the pen is.',
  capabilities: 'Page 2: what the pen can do, and what its maker declares about stopping.',
  calibration:
    'Page 3: what the newest calibration found. Low is up to and with 500 um, high is '
    + 'above.',
  cartridge:
    'Page 4: the cartridge in the pen. Without one, `present` is 0 and all the rest is '
    + 'zero.',
  ledger: 'Page 5: the stroke ledger.',
  latch:
    'Page 6: the latch. `reason` none means that nothing is latched; the other fields '
    + 'then tell of the last one.',
  counters: 'Page 7: frames dropped and requests refused since boot. Each stays at 65535.',
  clock: 'Page 8: the pen\'s clock, read when the answer is made.',
  'envelope-row':
    'Page 128 + area code: the row that holds for the area; `loaded` 0 and zeros if none.',
  table: 'Page 9: the calibration table that holds, whole, with the check that is kept with it.',
  pair:
    'Begins to make a key, in a window that a person has opened at the pen, or from a host whose '
    + 'session is sealed. Answered by PAIR_KEY.',
  reveal:
    'Shows the public key that PAIR has hashed. Both ends then have the same new key; without a '
    + 'seal a person compares six digits and presses the button of the pen once more.',
  unpair: 'The pen forgets its keys. Only under a seal; identity, ledger and latch stay.',
  paired:
    'Sent before WELCOME, whenever WELCOME is, by a pen that holds keys. A pen that holds none '
    + 'never sends it.',
  pairing: 'Page 10: keys by number, and whether the pen would take another.',
  'pair-key': 'The pen\'s half of an exchange, in answer to PAIR.',
  'arm-energy':
    'One human decision with radiofrequency in it. An arming by ARM declares none. A pen without '
    + 'the capability refuses it with `no-energy`.',
  'energy-grant':
    'Permission under an arming with energy: one insertion and one pulse, with readings of both '
    + 'counters that must not be exceeded and an instant by which the pulse must be over.',
  energy:
    'What a pen with energy tells beside telemetry, every 10 ms once joined in treatment. The '
    + 'newest pulse is repeated until the next one.',
  'energy-limits': 'Page 11: what the pen declares of its energy; no page without the capability.',
  'energy-ledger': 'Page 12: the count of pulses; no page without the capability.',
};

/** A sentence for each field, by `kind.field`, or by the field alone where it always means this. */
export const FIELD_NOTES: Readonly<Record<string, string>> = {
  hostNonce: 'drawn anew by the host for each link session',
  penNonce: 'drawn anew by the pen for each HELLO that is new',
  schemaHash: 'CRC-32C of the sender\'s catalogue text',
  bootId: 'drawn by the pen at boot; mixed into bound checks',
  'latch.bootId': 'the boot in which it fell',
  request: 'sequence of the frame that this answers',
  mode: 'treatment moves under ARM and GRANT; calibration under EXTEND and RUN; service never',
  page: 'see the pages',
  armingId: 'chosen by the host, higher with each ARM of a link session',
  'telemetry.armingId': '0 while nothing is armed',
  area: 'code of the area',
  side: '0 midline, 1 left, 2 right; must suit the area',
  planHash: 'first 8 bytes of the SHA-256 of the plan, for the record',
  depthUm: 'protrusion of the needles, commanded',
  'telemetry.depthUm': 'measured peak of the newest stroke of this train; none at rest',
  rateCentiHz: 'strokes in a hundred seconds',
  'telemetry.rateCentiHz': 'measured rate; 0 at rest',
  passCeiling: 'reading of the stroke counter that the pass must not exceed',
  needleCount: 'needles of the cartridge',
  'arm.needleCount': 'needles that the plan was made for; must be the cartridge\'s',
  stamp: '1: one press, one grant; the host does not renew',
  holdId: 'number of the trigger press that it is for, from telemetry',
  'telemetry.holdId': 'number of the newest press; 0 before the first of this boot',
  ceiling: 'reading of the stroke counter that must not be exceeded',
  notAfterPenMs: 'instant of the pen\'s clock at which permission is over',
  'clear.reason': 'must be the reason of the latch',
  'clear.latchId': 'must be the number of the latch',
  'latch.reason': 'why the pen stopped first',
  'latch.latchId': 'number of the latch, counted up over the pen\'s life',
  depthUmMax: 'deepest in this area',
  'capabilities.depthUmMax': 'deepest that the pen can do',
  rateCentiHzMax: 'fastest in this area',
  'capabilities.rateCentiHzMax': 'fastest of the motor; equal to the lowest for a fixed rate',
  passStrokesMax: 'how far above the counter a pass ceiling may lie at ARM',
  creditMax: 'how far above the counter a grant\'s ceiling may lie',
  holdMsMax: 'longest hold of the trigger; then the needles come in',
  penMs: 'the pen\'s clock when this was made',
  outcome: 'whether it was done',
  'outcome.reason': 'the first rule that was broken',
  asked: 'the value that broke the rule; 0 where none applies',
  allowed: 'what would have been taken; 0 where none applies',
  strokes: 'the debited stroke counter, over the pen\'s life',
  'latch.strokes': 'the debited counter when it fell',
  phase: 'what the pen is doing',
  'telemetry.latch': 'the latch reason, whatever the phase',
  signals: 'bits, below',
  forceMn: 'force on the skin',
  tiltDeg: 'tilt from upright, degrees',
  glideMmS: 'speed over the skin, millimetres a second',
  batteryPercent: 'charge',
  batteryMv: 'battery voltage, millivolts',
  temperatureDeciC: 'handle temperature, tenths of a degree Celsius',
  motorMa: 'motor current, milliamperes',
  counted: 'strokes counted by the encoder, over the pen\'s life; never a base for grants',
  reserved: 'the stored high-water mark of the ledger',
  model: 'model name',
  serial: 'serial number',
  firmware: 'version of the firmware',
  hardware: 'revision of the hardware',
  depthUmMin: 'shallowest that the pen can do',
  depthStepUm: 'every depth is a multiple of this',
  rateCentiHzMin: 'slowest that the motor does',
  evaluatedDepthUmMax: 'deepest that the maker has evaluated on skin',
  sensors: 'bits, below',
  capabilities: 'bits, below',
  leaseMsMax: 'how far ahead of its clock the pen lets permission end',
  reserveAhead: 'how far above a ceiling the stored mark is put',
  brakeMsMax: 'longest braking from full rate, declared',
  retractMsMax: 'longest way of the needles behind the rim, declared',
  overshootUm: 'dynamic overshoot beyond the commanded depth, declared',
  certificateId: 'number of the certificate',
  class: 'what the calibration was good for',
  issuedDay: 'day of the certificate, from 2020-01-01',
  dueDay: 'last day on which it holds',
  biasLowUm: 'mean error up to 500 um; positive is too deep',
  uncertaintyLowUm: 'expanded uncertainty up to 500 um',
  biasHighUm: 'mean error above 500 um',
  uncertaintyHighUm: 'expanded uncertainty above 500 um',
  present: '1 if there is a cartridge',
  type: 'what it is for',
  modelCode: 'the maker\'s number of the cartridge model',
  needleLengthUm: 'length of the needles',
  headAreaMm2: 'area of the needle head',
  lot: 'production lot',
  'cartridge.serial': 'number of this one cartridge',
  expiryDay: 'last day of use, from 2020-01-01',
  usedStrokes: 'strokes on this cartridge, by its own chip',
  bootCount: 'boots in the pen\'s life',
  closed: '1: the last stop was clean and the mark is the exact count',
  lastArmingId: 'highest arming id of this link session; 0 after HELLO',
  atPenMs: 'the pen\'s clock when it fell',
  damaged: 'check, COBS or length wrong',
  tooLong: 'more than 254 bytes between delimiters',
  foreignVersion: 'sound, of another version',
  unknownFlags: 'sound, with an incompatible flag set',
  unknownId: 'sound, of an id that a host does not send (echoes included)',
  unbound: 'the shape of a bound frame, the check of none of ours',
  staleSession: 'sound, of another link session',
  badPayload: 'sound, with a length or value that its message cannot have',
  duplicate: 'a request or grant that had come before',
  refused: 'requests and grants refused',
  unsealed: 'sound, without a seal or with another one than the session has',
  loaded: '1 if a row holds',
  commit: 'SHA-256 of `corium-1 commit` and the public key',
  publicKey: 'X25519 public key, 32 bytes as RFC 7748 writes it',
  counter: 'number of this link session; the pen never gives it twice',
  keyId: 'number of the key that was proven; 0 for none',
  'unpair.keyId': 'number of the key that this session is under',
  newKeyId: 'number of a key that is stored and not proven yet; 0 for none',
  window: 'whether a key can be made without one',
  leftMs: 'how long the window stays open',
  'certify.serial': 'serial number of the pen that it is for',
  'table.serial': 'serial number of the pen that it was made for',
  curve: 'what is added to the depth stop at which commanded depth; straight between knots',
  check: 'CRC-32C of the table from `serial` to `curve`, as it lies on the wire',
  pulseCeiling: 'reading of the pulse counter that must not be exceeded',
  microJoulePerPin: 'most energy of a pulse for each pin, microjoules',
  pulseMs: 'longest pulse, milliseconds',
  pulses: 'the debited pulse counter, over the pen\'s life',
  stage: 'how far the present insertion has come',
  'energy.armingId': 'the arming with energy; 0 while there is none',
  outside: 'pulses of this arming that impedance has ended or kept back',
  impedanceOhm: 'impedance between pins, ohms; none where nothing is in the skin',
  tissueDeciC: 'temperature at the pins, tenths of a degree Celsius',
  end: 'how the newest pulse ended; none before the first of this boot',
  deliveredMicroJoule: 'what the newest pulse gave for each pin, microjoules',
  deliveredMs: 'how long the newest pulse was',
  pulseImpedanceOhm: 'lowest impedance in the newest pulse',
  pulseDeciC: 'highest temperature in the newest pulse',
  pulseDepthUm: 'least measured depth in the newest pulse',
  pins: 'pins that energy flows through',
  microJoulePerPinMax: 'most energy of a pulse for each pin, by the maker',
  pulseMsMin: 'shortest pulse',
  pulseMsMax: 'longest pulse',
  impedanceOhmMin: 'below this it is a short: the pulse ends',
  impedanceOhmMax: 'above this it is open: the pulse ends',
  insulated: '1: energy flows at the tips only',
  hardwareTimer: '1: a timer beside the processor ends every pulse',
  liftOffMs: 'how soon energy ends when the head is lifted',
  abortDeciC: 'at this temperature a pulse ends',
};

/** What each latch means and what has to be so before it can be cleared. */
export const LATCH_NOTES: Readonly<Record<LatchReason, readonly [means: string, gone: string]>> = {
  none: ['nothing is latched', ''],
  'host-stop': ['STOP came', ''],
  'foreign-hello': ['another host said HELLO while armed, moving or calibrating', ''],
  'lease-expired': ['the not-after instant came in motion with the trigger held', ''],
  'encoder-silent': ['no stroke for three expected periods', ''],
  overspeed: [
    'two strokes in less than two periods at 1.2 times the rate, or strokes without an order',
    'the motor has stood for 500 ms',
  ],
  stall: ['motor current over three times its quiet value for 150 ms', ''],
  'too-deep': ['a measured peak beyond the arming and the class of the pen', ''],
  'cartridge-gone': ['the cartridge left or changed while armed or moving', 'a cartridge is there'],
  'not-retracted': ['needles not behind the rim 120 ms after they were ordered in', 'they are'],
  'over-temperature': ['handle at 48 degrees or more', 'below 45 degrees'],
  'battery-low': ['charge at 5 per cent or less', 'above 5 per cent'],
  'reset-in-motion': ['the pen lost power or was reset while armed, moving or stopping', ''],
  'ledger-damaged': ['the stored record is missing, torn or altered', ''],
  'contact-in-calibration': ['skin or anything else touched the rim in calibration', 'no contact'],
  'tilted-too-far': ['more than 45 degrees from upright for more than 30 ms', 'upright'],
  'pressed-too-hard': ['more than 3 N, in eye areas 1.5 N, for more than 30 ms', 'released'],
  'impedance-out': ['the third pulse of an arming that its impedance has ended or kept back', ''],
  'tissue-too-hot': ['tissue measured at 70 degrees or more', 'below 45 degrees'],
  'energy-unasked': ['energy flowed that was not ordered', 'none flows'],
};

/** What each refusal means. */
export const REFUSAL_NOTES: Readonly<Record<RefusalReason, string>> = {
  none: 'nothing was refused',
  'not-joined': 'the link session has no mode yet',
  'wrong-mode': 'not in this mode',
  latched: 'a latch has to be cleared first',
  'not-idle': 'not while armed, moving or stopping',
  'not-armed': 'nothing is armed',
  'foreign-arming': 'another arming id than the present one',
  'stale-hold': 'another press, one from before the arming, one used up, or one held too long',
  'no-trigger': 'the trigger is not held',
  'stale-grant': 'a sequence that is not higher than the last grant\'s',
  'beyond-pass': 'ceiling above the pass ceiling',
  'beyond-credit': 'ceiling too far above the counter; at ARM: a credit too small to stop within',
  'nothing-left': 'ceiling at or under the counter',
  'lease-too-long': 'not-after too far ahead of the pen\'s clock',
  'lease-over': 'not-after at or before the pen\'s clock, or the lease in force is over',
  'no-envelope': 'no row for the area in this link session',
  'beyond-envelope': 'more than the row of the area',
  'beyond-ceiling': 'more than what is built in for the area',
  'below-range': 'less than the pen can do, or nothing',
  'above-range': 'more than the pen can do',
  'off-step': 'not a multiple of the depth step',
  'near-wrap': 'counter or clock above 2^32 - 2^24',
  'no-cartridge': 'no cartridge in the pen',
  'wrong-cartridge': 'not for this, not the one armed with, other needles, or needles too short',
  'not-retracted': 'the needles are not behind the rim',
  loosens: 'a value above the present one',
  'wrong-latch': 'another reason or number than the latch has, or none latched',
  'cause-remains': 'what caused the latch is still so',
  'trigger-held': 'the trigger has to be let go first',
  'unknown-area': 'no such area, or a side that the area does not have',
  'used-arming': 'an arming id not higher than the last one',
  'no-such-page': 'no page has this number',
  'needs-trigger': 'the mode is entered with the trigger held',
  'skin-contact': 'not in contact',
  'ledger-not-stored': 'the memory has not confirmed the mark for 100 ms',
  'not-in-range': 'charge under 10 per cent, or too hot',
  'foreign-table': 'the table is for another pen',
  'damaged-table': 'the table does not fit its check',
  'bad-curve': 'knots out of order, over 300 um, or deeper commanded would be shallower ordered',
  'table-not-stored': 'a table is on its way into memory',
  'not-paired': 'the pen holds a key, and this session is not under it',
  'no-window': 'nobody at the pen has asked for a key, or nothing was begun',
  'bad-exchange': 'the public key is not the one that was hashed, or is none',
  'no-energy': 'the pen has no energy, the arming declares none, or declares it and this does not',
  'beyond-energy': 'more energy or a longer pulse than is armed, built in, or fit for its length',
  'too-soon': 'less than a second since the last pulse',
};
