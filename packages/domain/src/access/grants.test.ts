import { describe, expect, test } from 'vitest';
import { type Action, can, type Tie } from './can.ts';
import { CONSENT_ACTIONS } from './grants-of-consents.ts';
import { PEOPLE_ACTIONS } from './grants-of-people.ts';
import { ROLES, type Role } from './roles.ts';

type Expected = { readonly anywhere: readonly Action[]; readonly tied: Partial<Record<Tie, readonly Action[]>> };

const TIES: readonly Tie[] = ['self', 'ownClass', 'ownAssociation', 'ownChild', 'employee', 'supported'];

/** What everybody may about oneself, whatever the roles. */
const ABOUT_ONESELF: readonly Action[] = [
  'pupil.see',
  'representative.see',
  'employee.see',
  'employee.seePersonnel',
  'participant.nominateSelf',
  'participant.see',
  'participant.refuse',
  'participant.withdraw',
  'participant.confirmYear',
  'request.see',
  'request.submit',
  'competence.see',
  'competence.edit',
  'interest.declare',
  'consent.see',
  'consent.read',
  'consent.sign',
  'consent.refuse',
  'consent.withdraw',
  'consent.seeEnded',
  'identity.see',
  'identity.edit',
  'demand.make',
  'myData.see',
];

/** The table a second time, read by role: what the role may of anybody, and of those it is tied to. */
const EXPECTED: Record<Role, Expected> = {
  systemAdministrator: {
    anywhere: [
      'classes.see',
      'forms.see',
      'themes.see',
      'duties.see',
      'codes.give',
      'impersonation.begin',
      'audit.see',
    ],
    tied: {},
  },
  director: {
    anywhere: [
      'classes.see',
      'pupil.see',
      'employee.see',
      'employee.seePersonnel',
      'forms.see',
      'themes.see',
      'forms.decide',
      'participant.see',
      'participant.exclude',
      'bank.seeMentees',
      'bank.seeMentors',
      'bank.export',
      'register.see',
      'request.see',
      'answer.see',
      'competence.see',
      'training.waive',
      'interests.see',
      'consent.see',
      'objection.settle',
      'consents.register',
      'consents.coverage',
      'templates.see',
      'resources.see',
      'policy.see',
      'policy.edit',
      'demands.see',
      'erasure.see',
      'cycle.depersonalise',
      'duties.see',
    ],
    tied: {},
  },
  deputyDirector: {
    anywhere: [
      'classes.see',
      'classes.edit',
      'year.rollOver',
      'pupil.see',
      'pupil.edit',
      'representative.see',
      'representative.edit',
      'representative.verify',
      'employee.see',
      'employee.edit',
      'employees.import',
      'pupils.import',
      'contingent.edit',
      'people.merge',
      'forms.see',
      'themes.see',
      'forms.edit',
      'forms.decide',
      'participant.nominatePupil',
      'participant.nominateEmployee',
      'participant.nominateOutsider',
      'participant.see',
      'bank.seeMentees',
      'bank.seeMentors',
      'bank.export',
      'register.see',
      'request.see',
      'answer.see',
      'recommendation.record',
      'themes.edit',
      'competence.see',
      'interests.see',
      'events.edit',
      'consent.see',
      'consent.read',
      'consents.register',
      'consents.coverage',
      'templates.see',
      'resources.see',
      'resources.propose',
      'policy.see',
      'duties.see',
    ],
    tied: {},
  },
  curator: {
    anywhere: [
      'classes.see',
      'classes.edit',
      'year.rollOver',
      'pupil.see',
      'pupil.edit',
      'representative.see',
      'representative.edit',
      'representative.verify',
      'employee.see',
      'employee.edit',
      'employees.import',
      'pupils.import',
      'contingent.edit',
      'people.merge',
      'forms.see',
      'themes.see',
      'forms.edit',
      'forms.decide',
      'participant.nominatePupil',
      'participant.nominateEmployee',
      'participant.nominateOutsider',
      'participant.see',
      'participant.invite',
      'participant.requestConsents',
      'participant.refuse',
      'participant.enterBank',
      'participant.select',
      'participant.reject',
      'participant.suspend',
      'participant.withdraw',
      'participant.confirmYear',
      'bank.seeMentees',
      'bank.seeMentors',
      'bank.export',
      'register.see',
      'request.see',
      'answer.see',
      'answer.propose',
      'recommendation.record',
      'request.submit',
      'request.decide',
      'themes.edit',
      'competence.see',
      'competence.edit',
      'clearance.record',
      'training.record',
      'interview.record',
      'supportTag.see',
      'supportTag.set',
      'interests.see',
      'events.edit',
      'consent.see',
      'consent.read',
      'consent.issue',
      'consent.file',
      'consent.recordWithdrawal',
      'consents.register',
      'consents.coverage',
      'scans.file',
      'templates.see',
      'templates.edit',
      'resources.see',
      'resources.propose',
      'policy.see',
      'policy.edit',
      'identity.see',
      'identity.edit',
      'demands.see',
      'demands.answer',
      'erasure.see',
      'duties.see',
      'codes.give',
    ],
    tied: {},
  },
  workingGroupMember: {
    anywhere: [
      'classes.see',
      'forms.see',
      'themes.see',
      'participant.see',
      'participant.select',
      'participant.reject',
      'bank.seeMentees',
      'bank.seeMentors',
      'register.see',
      'request.see',
      'answer.see',
      'answer.propose',
      'recommendation.record',
      'competence.see',
      'interview.record',
      'consents.coverage',
      'duties.see',
    ],
    tied: {},
  },
  methodAssociationHead: {
    anywhere: ['classes.see', 'forms.see', 'themes.see', 'duties.see'],
    tied: {
      ownAssociation: [
        'employee.see',
        'participant.nominateEmployee',
        'participant.see',
        'participant.confirmYear',
        'request.see',
        'request.submit',
        'competence.see',
        'competence.edit',
      ],
    },
  },
  classTeacher: {
    anywhere: ['classes.see', 'forms.see', 'themes.see', 'scans.file', 'templates.see', 'resources.see', 'duties.see'],
    tied: {
      ownClass: [
        'pupil.see',
        'representative.see',
        'representative.edit',
        'representative.verify',
        'participant.nominatePupil',
        'participant.see',
        'participant.requestConsents',
        'participant.confirmYear',
        'request.see',
        'request.submit',
        'supportTag.see',
        'supportTag.set',
        'consent.see',
        'consent.read',
        'consent.issue',
        'consent.file',
        'consent.recordWithdrawal',
        'identity.see',
        'identity.edit',
        'codes.give',
      ],
    },
  },
  psychologist: {
    anywhere: ['classes.see', 'forms.see', 'themes.see', 'interview.record', 'duties.see'],
    tied: {
      supported: ['pupil.see', 'participant.see', 'request.see', 'request.decide', 'supportTag.see', 'supportTag.set'],
    },
  },
  personnelOfficer: {
    anywhere: [
      'classes.see',
      'employees.import',
      'forms.see',
      'themes.see',
      'bank.seeMentors',
      'clearance.record',
      'scans.file',
      'templates.see',
      'resources.see',
      'duties.see',
    ],
    tied: {
      employee: [
        'employee.see',
        'employee.edit',
        'employee.seePersonnel',
        'participant.see',
        'participant.requestConsents',
        'competence.see',
        'competence.edit',
        'training.record',
        'consent.see',
        'consent.read',
        'consent.issue',
        'consent.file',
        'consent.recordWithdrawal',
        'identity.see',
        'identity.edit',
      ],
    },
  },
  mentor: { anywhere: [], tied: {} },
  mentee: { anywhere: ['themes.see'], tied: {} },
  legalRepresentative: {
    anywhere: ['themes.see'],
    tied: {
      ownChild: [
        'pupil.see',
        'representative.see',
        'participant.see',
        'participant.refuse',
        'participant.withdraw',
        'request.see',
        'request.submit',
        'consent.see',
        'consent.read',
        'consent.sign',
        'consent.refuse',
        'consent.withdraw',
        'consent.seeEnded',
        'identity.edit',
        'demand.make',
        'myData.see',
      ],
    },
  },
  siteEditor: { anywhere: ['classes.see', 'forms.see', 'themes.see', 'duties.see'], tied: {} },
  partnerRepresentative: { anywhere: [], tied: {} },
  dataProtectionOfficer: {
    anywhere: [
      'classes.see',
      'forms.see',
      'themes.see',
      'consent.see',
      'consent.read',
      'consent.file',
      'consent.recordWithdrawal',
      'consent.invalidate',
      'consent.seeEnded',
      'consents.register',
      'consents.coverage',
      'scans.file',
      'templates.see',
      'templates.edit',
      'resources.see',
      'resources.propose',
      'resources.decide',
      'policy.see',
      'policy.edit',
      'identity.see',
      'identity.edit',
      'demands.see',
      'demands.answer',
      'erasure.see',
      'erasure.run',
      'cycle.depersonalise',
      'duties.see',
      'audit.see',
    ],
    tied: {},
  },
  municipalCoordinator: { anywhere: ['classes.see', 'forms.see', 'themes.see', 'duties.see'], tied: {} },
  regionalCoordinator: { anywhere: ['classes.see', 'forms.see', 'themes.see', 'duties.see'], tied: {} },
  staff: { anywhere: ['classes.see', 'forms.see', 'themes.see', 'duties.see'], tied: {} },
};

describe('who may what about people and consents', () => {
  const actions: readonly Action[] = [...PEOPLE_ACTIONS, ...CONSENT_ACTIONS];

  for (const role of ROLES) {
    test(`${role}: anywhere in the organisation, exactly what is written`, () => {
      expect(actions.filter((action) => can({ roles: [role] }, action))).toEqual(EXPECTED[role].anywhere);
    });

    test.each(TIES)(`${role}: about people tied by %s, exactly what is written`, (tie) => {
      const more = actions.filter(
        (action) => can({ roles: [role] }, action, [tie]) && !can({ roles: [] }, action, [tie]),
      );
      const expected = [...EXPECTED[role].anywhere, ...(EXPECTED[role].tied[tie] ?? [])];
      expect(new Set(more)).toEqual(
        new Set(tie === 'self' ? expected.filter((each) => !ABOUT_ONESELF.includes(each)) : expected),
      );
    });
  }

  test.each(TIES)('without a role the tie %s gives nothing, but for oneself', (tie) => {
    const allowed = actions.filter((action) => can({ roles: [] }, action, [tie]));
    expect(allowed).toEqual(tie === 'self' ? ABOUT_ONESELF : []);
  });

  test('nobody signs, refuses or withdraws for another but the representative', () => {
    for (const role of ROLES) {
      for (const action of ['consent.sign', 'consent.refuse', 'consent.withdraw'] as const) {
        expect(can({ roles: [role] }, action)).toBe(false);
      }
    }
    expect(can({ roles: ['legalRepresentative'] }, 'consent.sign', ['ownChild'])).toBe(true);
  });

  test('the authorities above see nothing of a person', () => {
    for (const role of ['municipalCoordinator', 'regionalCoordinator'] as const) {
      const seen = actions.filter((action) =>
        TIES.some((tie) => tie !== 'self' && can({ roles: [role] }, action, [tie])),
      );
      expect(seen).toEqual(['classes.see', 'forms.see', 'themes.see', 'duties.see']);
    }
  });
});
