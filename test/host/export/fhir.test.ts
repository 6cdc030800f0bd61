import fhir from 'fhir';
import { beforeAll, describe, expect, test } from 'vitest';
import { treatmentBundle } from '../../../host/export/fhir/bundle.ts';
import { pseudonyms, trueNames } from '../../../host/export/names.ts';
import type { FhirBundle, FhirResource } from '../../../host/export/fhir/ground.ts';
import { SAID, treated, TREATMENT } from './treated.ts';

const subject = treated();
const bundle = treatmentBundle(subject, pseudonyms(subject));
const text = JSON.stringify(bundle);

const resourcesOf = (of: FhirBundle): readonly FhirResource[] =>
  (of.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));

function ofType<Type extends FhirResource['resourceType']>(type: Type, of: FhirBundle = bundle) {
  return resourcesOf(of).filter(
    (one): one is Extract<FhirResource, { resourceType: Type }> => one.resourceType === type,
  );
}

/** Every reference in a value, however deep. */
function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(referencesIn);
  return 'reference' in value && typeof value.reference === 'string'
    ? [value.reference, ...inside]
    : inside;
}

describe('a treatment as a FHIR bundle', () => {
  let validator: InstanceType<typeof fhir.Fhir>;
  beforeAll(() => {
    validator = new fhir.Fhir();
  });

  const complaints = (of: unknown): readonly string[] =>
    validator
      .validate(JSON.stringify(of), { errorOnUnexpected: true, skipCodeValidation: false })
      .messages.filter(({ severity }) => ['error', 'fatal'].includes(String(severity)))
      .map(({ location, message }) => `${location ?? ''}: ${message ?? ''}`);

  test('its structure is that of R4, resource by resource', () => {
    expect(complaints(bundle)).toEqual([]);
    for (const resource of resourcesOf(bundle)) expect(complaints(resource)).toEqual([]);
  });

  test('the check of the structure finds what is wrong', () => {
    const [procedure] = ofType('Procedure');
    expect(complaints({ ...procedure, status: undefined }).length).toBeGreaterThan(0);
    expect(complaints({ ...procedure, colour: 'blue' }).length).toBeGreaterThan(0);
  });

  test('every kind of resource that the treatment has something for is there', () => {
    const kinds = new Set(resourcesOf(bundle).map(({ resourceType }) => resourceType));
    expect([...kinds].toSorted()).toEqual([
      'AdverseEvent', 'AuditEvent', 'CarePlan', 'Consent', 'DetectedIssue', 'Device',
      'DeviceDefinition', 'DeviceMetric', 'Encounter', 'Flag', 'Observation', 'Patient',
      'Practitioner', 'Procedure', 'Provenance', 'QuestionnaireResponse',
    ]);
  });

  test('every reference leads to a resource of the bundle, and no two have one id', () => {
    const urls = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const references = referencesIn(bundle);
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter((reference) => !urls.includes(reference))).toEqual([]);
  });

  test('pens and cartridges are used, not focal devices', () => {
    const [cheek, forehead, chin] = ofType('Procedure');
    expect(cheek?.usedReference).toHaveLength(2);
    expect(text).not.toContain('focalDevice');
    expect(cheek?.status).toBe('stopped');
    expect(forehead?.status).toBe('stopped');
    expect(chin?.status).toBe('not-done');
    expect(chin?.usedReference).toBeUndefined();
  });

  test('what is not known is a figure of its own, and an unmeasured depth is absent', () => {
    const [cheek, forehead] = ofType('Observation');
    const figures = (of: typeof cheek) => new Map(
      (of?.component ?? []).map(({ code, valueQuantity, dataAbsentReason }) =>
        [code.text, valueQuantity?.value ?? dataAbsentReason?.coding?.[0]?.code]));
    expect(figures(cheek).get('delivered strokes')).toBe(250);
    expect(figures(cheek).get('measured depth peak')).toBe(0.655);
    expect(figures(cheek).get('mean punctures per cm2')).toBe(75);
    expect(figures(forehead).get('delivered strokes')).toBe(0);
    expect(figures(forehead).get('unknown strokes at most')).toBe(250);
    expect(figures(forehead).get('measured depth peak')).toBe('unknown');
  });

  test('the calibration of the pen goes with what it measures', () => {
    const [depth] = ofType('DeviceMetric');
    expect(depth).toMatchObject({
      category: 'measurement',
      calibration: [{ type: 'two-point', state: 'calibrated', time: '2030-12-14T00:00:00Z' }],
    });
    const cartridge = ofType('Device').find(({ parent }) => parent !== undefined);
    expect(cartridge).toMatchObject({
      lotNumber: 'LOT-7', serialNumber: 'K1', expirationDate: '2033-02-21',
      udiCarrier: [{ deviceIdentifier: '00012345600012' }],
    });
  });

  test('a yes of the screening is an issue, with whoever cleared it', () => {
    const [issue, ...more] = ofType('DetectedIssue');
    expect(more).toEqual([]);
    expect(issue?.code?.text).toBe('inflamed acne');
    expect(issue?.mitigation?.[0]?.action.text).toContain('reason left out');
  });

  test('S-79 nobody is named who was not asked for', () => {
    for (const said of [...Object.values(SAID), 'Aurelia', 'Hilda', 'Zwiebelstein']) {
      expect(text).not.toContain(said);
    }
    expect(bundle.meta?.tag?.map(({ code }) => code)).toEqual([
      'terminology-not-validated', 'pseudonymous',
    ]);
  });

  test('with identity the names stand in it', () => {
    const known = { name: 'Aurelia Quellenberg', born: '1986-04-12', contact: undefined };
    const named = treatmentBundle(subject, trueNames(subject, known));
    expect(complaints(named)).toEqual([]);
    expect(ofType('Patient', named)).toMatchObject([
      { name: [{ text: 'Aurelia Quellenberg' }], birthDate: '1986-04-12' },
    ]);
    expect(ofType('Practitioner', named).map(({ name }) => name?.[0]?.text)).toContain(
      'Hilda Hierophant',
    );
    expect(JSON.stringify(named)).toContain(SAID.reason);
  });

  test('the same treatment makes the same bundle, and another house other pseudonyms', () => {
    const again = treated();
    expect(JSON.stringify(treatmentBundle(again, pseudonyms(again)))).toBe(text);
    const elsewhere = { ...subject, installationId: 'installation-2' };
    const other = treatmentBundle(elsewhere, pseudonyms(elsewhere));
    expect(other.id).not.toBe(bundle.id);
    expect(ofType('Patient', other)[0]?.identifier).not.toEqual(ofType('Patient')[0]?.identifier);
  });

  test('a treatment without a chart is a bundle too, and says no more than there is', () => {
    const bare = treated(TREATMENT, []);
    const made = treatmentBundle(bare, pseudonyms(bare));
    expect(complaints(made)).toEqual([]);
    expect(ofType('QuestionnaireResponse', made)).toEqual([]);
    expect(ofType('Consent', made)).toEqual([]);
  });
});
