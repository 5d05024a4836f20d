import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASKER_RELATIONS, type AskerRelation, FIELD_GROUPS, type FieldGroup } from './field-groups.ts';
import { PARTICIPANT_STATES } from './participant-states.ts';
import { isVisible, type SeenPerson, visibleFields } from './visible-fields.ts';

const pupil: SeenPerson = { kind: 'pupil', isMinor: true, state: 'active', isBlocked: false, pairConfirmed: true };
const teacher: SeenPerson = { ...pupil, kind: 'employee', isMinor: false };

const NAMED: readonly FieldGroup[] = ['identity', 'firstNameAndClass'];
const OF_PAIR: readonly FieldGroup[] = ['plan', 'meetings', 'meetingTimes'];

/** PRIVACY §3 written out a second time, by asker: what each sees of an active pupil of fifteen. */
const OF_A_PUPIL: Record<AskerRelation, readonly FieldGroup[]> = {
  self: FIELD_GROUPS.filter((group) => !['adultContacts', 'clearanceFlags', 'personnelData'].includes(group)),
  representative: [
    ...NAMED,
    'birthDate',
    'ageGroup',
    'minorContacts',
    'identityDocument',
    'snils',
    'representatives',
    'request',
    'competenceCard',
    'needsSupport',
    'consentStatus',
    'consentDocuments',
    ...OF_PAIR,
    'history',
    'disclosureLog',
  ],
  curator: [
    ...NAMED,
    'birthDate',
    'ageGroup',
    'minorContacts',
    'representatives',
    'request',
    'competenceCard',
    'preferences',
    'notWithWhom',
    'needsSupport',
    'consentStatus',
    'trainingFlags',
    'interview',
    ...OF_PAIR,
    'history',
  ],
  workingGroupMember: [
    ...NAMED,
    'ageGroup',
    'request',
    'competenceCard',
    'preferences',
    'consentStatus',
    'trainingFlags',
    'interview',
  ],
  director: [...NAMED, 'ageGroup', 'competenceCard', 'consentStatus', 'trainingFlags', ...OF_PAIR, 'history'],
  deputyDirector: [...NAMED, 'ageGroup', 'competenceCard', 'trainingFlags', 'history'],
  ownClassTeacher: [...NAMED, 'ageGroup', 'minorContacts', 'representatives', 'needsSupport', 'consentStatus'],
  ownAssociationHead: [],
  personnelOfficer: [],
  psychologist: [...NAMED, 'ageGroup', 'request', 'notWithWhom', 'needsSupport', 'interview', 'wellbeing'],
  pairMentor: [...NAMED, 'ageGroup', 'request', ...OF_PAIR],
  pairMentee: [...NAMED, 'competenceCard', ...OF_PAIR],
  partnerOfPair: ['firstNameAndClass', 'request', 'meetingTimes'],
  dataProtectionOfficer: [
    ...NAMED,
    'identityDocument',
    'consentStatus',
    'consentDocuments',
    'history',
    'disclosureLog',
  ],
  consentVerifier: [...NAMED, 'birthDate', 'identityDocument', 'representatives', 'consentStatus', 'consentDocuments'],
  systemAdministrator: NAMED,
  siteEditor: [],
  coordinatorAbove: [],
};

describe('who sees what of a pupil', () => {
  test.each(ASKER_RELATIONS)('%s', (relation) => {
    expect(visibleFields([relation], pupil).toSorted()).toEqual([...OF_A_PUPIL[relation]].toSorted());
  });
});

describe('rules that the matrix must keep', () => {
  const person: fc.Arbitrary<SeenPerson> = fc.record({
    kind: fc.constantFrom('pupil', 'employee', 'other'),
    isMinor: fc.boolean(),
    state: fc.constantFrom(null, ...PARTICIPANT_STATES),
    isBlocked: fc.boolean(),
    pairConfirmed: fc.boolean(),
  });
  const sees = (group: FieldGroup, relation: AskerRelation, of: SeenPerson) => isVisible(group, relation, of);

  test('a mentor gets no contact of a minor, whatever the state of things (RULE-46)', () => {
    fc.assert(
      fc.property(person, fc.constantFrom('pairMentor', 'partnerOfPair', 'workingGroupMember'), (of, relation) => {
        expect(sees('minorContacts', relation, of)).toBe(false);
        if (of.isMinor) expect(sees('adultContacts', relation, of)).toBe(false);
      }),
    );
  });

  test('the curator sees flags of an employee and never what stands behind them (RULE-43)', () => {
    expect(sees('clearanceFlags', 'curator', teacher)).toBe(true);
    fc.assert(
      fc.property(person, (of) => {
        expect(sees('personnelData', 'curator', of)).toBe(false);
      }),
    );
  });

  test('survey answers are seen by nobody but their author, wellbeing also by the psychologist (RULE-28)', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...ASKER_RELATIONS), (of, relation) => {
        if (relation !== 'self') expect(sees('surveyAnswers', relation, of)).toBe(false);
        if (relation !== 'self' && relation !== 'psychologist') expect(sees('wellbeing', relation, of)).toBe(false);
      }),
    );
  });

  test('before consent there is no request, card, preference or plan to see (RULE-03)', () => {
    for (const state of [null, 'nominated', 'invited', 'consentPending', 'refused'] as const) {
      const seen = visibleFields(ASKER_RELATIONS, { ...pupil, state });
      const collected = [
        'request',
        'competenceCard',
        'preferences',
        'notWithWhom',
        'interview',
        'plan',
        'surveyAnswers',
      ];
      expect(seen.filter((group) => collected.includes(group))).toEqual([]);
      expect(seen).toContain('needsSupport');
    }
  });

  test('blocked data are there for the person, the representative and the data protection officer (RULE-15)', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...ASKER_RELATIONS), (of, relation) => {
        const seen = visibleFields([relation], { ...of, isBlocked: true });
        if (!['self', 'representative', 'dataProtectionOfficer'].includes(relation)) expect(seen).toEqual([]);
      }),
    );
  });

  test('on the eighteenth birthday the representative sees nothing any more (RULE-07)', () => {
    expect(visibleFields(['representative'], pupil).length).toBeGreaterThan(0);
    expect(visibleFields(['representative'], { ...pupil, isMinor: false })).toEqual([]);
  });

  test('personnel and associations see employees and no pupils', () => {
    for (const relation of ['personnelOfficer', 'ownAssociationHead'] as const) {
      expect(visibleFields([relation], teacher).length).toBeGreaterThan(0);
      expect(visibleFields([relation], pupil)).toEqual([]);
    }
    expect(sees('snils', 'personnelOfficer', teacher)).toBe(true);
    expect(sees('snils', 'curator', teacher)).toBe(false);
  });

  test('the mentor’s side reads the request only when the pair is confirmed', () => {
    for (const relation of ['pairMentor', 'partnerOfPair'] as const) {
      expect(sees('request', relation, pupil)).toBe(true);
      expect(sees('request', relation, { ...pupil, pairConfirmed: false })).toBe(false);
    }
  });

  test('those above see nobody, and nobody without a relation sees anything', () => {
    fc.assert(
      fc.property(person, (of) => {
        expect(visibleFields(['coordinatorAbove', 'siteEditor'], of)).toEqual([]);
        expect(visibleFields([], of)).toEqual([]);
      }),
    );
  });

  test('another relation never takes away what one gives', () => {
    fc.assert(
      fc.property(person, fc.subarray([...ASKER_RELATIONS]), fc.constantFrom(...ASKER_RELATIONS), (of, many, one) => {
        const more = visibleFields([...many, one], of);
        for (const group of visibleFields(many, of)) expect(more).toContain(group);
      }),
    );
  });
});
