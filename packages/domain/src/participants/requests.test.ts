import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../access/roles.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { mergeRequests } from './merge-requests.ts';
import { decideRequest, knowsRequestCommand } from './request-commands.ts';
import {
  REQUEST_COMMANDS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  type RequestAsker,
  type RequestCommand,
  type RequestContext,
  type RequestNote,
  type RequestState,
  requestSourcesOf,
  URGENCIES,
} from './request-states.ts';
import { DEFAULT_THEMES, themeIssues, themeSuits } from './request-themes.ts';

const context = (change: Partial<RequestContext> = {}): RequestContext => ({
  by: { kind: 'user', roles: ['curator'], ties: [] },
  processingConsent: true,
  age: 15,
  given: {},
  filled: true,
  ...change,
});
const self: RequestAsker = { kind: 'user', roles: ['mentee'], ties: ['self'] };
const parent: RequestAsker = { kind: 'user', roles: ['legalRepresentative'], ties: ['representative'] };
const teacher: RequestAsker = { kind: 'user', roles: ['classTeacher'], ties: ['ownClass'] };
const system: RequestAsker = { kind: 'system' };
const outcome = (state: RequestState | null, command: RequestCommand, change: Partial<RequestContext>) => {
  const decision = decideRequest(state, command, context(change));
  return typeof decision === 'string' ? decision : decision.state;
};

/** LIFECYCLE 4.6 written out a second time. */
const STEPS: readonly (readonly [RequestState, RequestCommand])[] = [
  ['draft', 'submit'],
  ['returned', 'submit'],
  ['submitted', 'accept'],
  ['submitted', 'return'],
  ['submitted', 'redirect'],
  ['accepted', 'redirect'],
  ['accepted', 'enterMatching'],
  ['inMatching', 'release'],
  ['inMatching', 'match'],
  ['matched', 'rematch'],
  ['matched', 'close'],
  ['draft', 'cancel'],
  ['submitted', 'cancel'],
  ['returned', 'cancel'],
  ['accepted', 'cancel'],
  ['inMatching', 'cancel'],
];

describe('a request (4.6)', () => {
  test('the table knows exactly the steps of 4.6', () => {
    for (const state of REQUEST_STATES) {
      for (const command of REQUEST_COMMANDS) {
        const known = STEPS.some(([from, by]) => from === state && by === command);
        expect([state, command, knowsRequestCommand(state, command)]).toEqual([state, command, known]);
      }
    }
  });

  test.each([
    [null, 'open', { by: self }, 'draft'],
    [null, 'open', { by: self, processingConsent: false }, 'request.consent-required'],
    [null, 'open', { by: { kind: 'user', roles: ['methodAssociationHead'], ties: [] } }, 'request.not-allowed'],
    ['draft', 'submit', { by: self }, 'submitted'],
    ['draft', 'submit', { by: self, processingConsent: false }, 'request.consent-required'],
    ['draft', 'submit', { by: self, age: 13 }, 'request.adult-needed'],
    ['draft', 'submit', { by: parent, age: 13 }, 'submitted'],
    ['draft', 'submit', { by: teacher, age: 13 }, 'submitted'],
    ['draft', 'submit', { by: self, age: null }, 'submitted'],
    ['draft', 'submit', {}, 'request.not-allowed'],
    ['draft', 'submit', { by: self, filled: false }, 'request.not-filled'],
    ['submitted', 'accept', {}, 'accepted'],
    ['submitted', 'accept', { by: self }, 'request.not-allowed'],
    ['submitted', 'return', {}, 'request.remark-required'],
    ['submitted', 'return', { given: { remark: 'Уточните предмет' } }, 'returned'],
    ['submitted', 'redirect', {}, 'request.target-required'],
    ['submitted', 'redirect', { given: { redirectTo: 'psychologist' } }, 'redirected'],
    ['accepted', 'enterMatching', {}, 'request.not-allowed'],
    ['accepted', 'enterMatching', { by: system }, 'inMatching'],
    ['inMatching', 'match', { by: system, processingConsent: false }, 'request.consent-required'],
    ['inMatching', 'match', { by: system }, 'matched'],
    ['matched', 'close', {}, 'request.result-required'],
    ['matched', 'close', { given: { result: 'partly' } }, 'closed'],
    ['closed', 'cancel', {}, 'request.state'],
    ['inMatching', 'cancel', { by: system, processingConsent: false }, 'cancelled'],
  ] as const satisfies readonly (readonly [RequestState | null, RequestCommand, Partial<RequestContext>, string])[])(
    '%s, %s with %o: %s',
    (state, command, change, answer) => {
      expect(outcome(state, command, change)).toBe(answer);
    },
  );

  test('no sequence of commands leaves a request of a person without consent open, submitted, accepted or matched', () => {
    const asker = fc.constantFrom<RequestAsker>(system, {
      kind: 'user',
      roles: ROLES,
      ties: ['self', 'representative'],
    });
    const step = fc.tuple(fc.constantFrom(...REQUEST_COMMANDS), asker, fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 20 }), (steps) => {
        let state: RequestState | null = null;
        for (const [command, by, processingConsent] of steps) {
          const given = { result: 'solved', redirectTo: 'psychologist', remark: 'Уточните' } as const;
          const decision = decideRequest(state, command, context({ by, processingConsent, given }));
          if (typeof decision === 'string') continue;
          const entered = ['draft', 'submitted', 'inMatching', 'matched'].includes(decision.state);
          if (entered || command === 'accept') expect(processingConsent).toBe(true);
          ({ state } = decision);
        }
      }),
    );
  });
});

describe('requests of several sources', () => {
  const note = (id: string, more: Partial<RequestNote> = {}): RequestNote => ({
    id,
    personId: 'p',
    themeId: 'lesson',
    source: 'self',
    foundOn: plainDate('2026-09-10'),
    words: 'Трудно строить урок',
    wishedResult: '',
    urgency: 'calm',
    ...more,
  });

  test('one theme found in three places is one entry with three sources', () => {
    expect(
      mergeRequests([
        note('b', { source: 'certification', urgency: 'urgent', words: 'трудно строить урок.' }),
        note('a', {
          source: 'methodWork',
          foundOn: plainDate('2026-06-01'),
          words: 'План урока',
          wishedResult: 'Урок',
        }),
        note('c', { source: 'self' }),
      ]),
    ).toEqual([
      {
        personId: 'p',
        themeId: 'lesson',
        noteIds: ['a', 'b', 'c'],
        sources: ['methodWork', 'certification', 'self'],
        firstFoundOn: '2026-06-01',
        lastFoundOn: '2026-09-10',
        urgency: 'urgent',
        words: ['План урока', 'трудно строить урок.'],
        wishedResults: ['Урок'],
      },
    ]);
  });

  test('another person and another theme stay apart, and so do words without a theme unless they are the same', () => {
    const list = mergeRequests([
      note('a', { themeId: null, words: 'Общение' }),
      note('b', { themeId: null, words: 'общение!' }),
      note('c', { themeId: null, words: 'Документы' }),
      note('d', { themeId: 'parents', urgency: 'soon' }),
      note('e', { personId: 'q' }),
    ]);
    expect(list.map(({ personId, noteIds }) => [personId, noteIds])).toEqual([
      ['p', ['d']],
      ['p', ['a', 'b']],
      ['p', ['c']],
      ['q', ['e']],
    ]);
  });

  test('each note stands in exactly one entry, whatever the order in which they came', () => {
    const notes = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        personId: fc.constantFrom('p', 'q'),
        themeId: fc.constantFrom(null, 'lesson', 'parents'),
        source: fc.constantFrom(...REQUEST_SOURCES),
        foundOn: fc.constantFrom(plainDate('2026-06-01'), plainDate('2026-09-10')),
        words: fc.constantFrom('Урок', 'урок', 'Документы', ''),
        wishedResult: fc.constantFrom('', 'Готово'),
        urgency: fc.constantFrom(...URGENCIES),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(notes, (all) => {
        const list = mergeRequests(all);
        expect(list.flatMap(({ noteIds }) => noteIds).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(mergeRequests(all.toReversed())).toEqual(list);
      }),
    );
  });
});

describe('the catalogue of themes', () => {
  test('the shipped themes pass their own check', () => {
    for (const theme of DEFAULT_THEMES) {
      expect(
        themeIssues(
          theme,
          DEFAULT_THEMES.filter((other) => other !== theme),
        ),
      ).toEqual([]);
    }
  });

  test('a theme of the school’s own has a name that is not there yet', () => {
    const added = { id: 'robots', name: 'Спорт', area: 'creative', audience: [] } as const;
    expect(themeIssues(added, DEFAULT_THEMES)).toEqual([{ code: 'theme.name-taken' }, { code: 'theme.audience' }]);
  });
});

describe('who is asked what', () => {
  test.each([
    ['pupil', 'pupil', true],
    ['employee', 'pupil', false],
    ['pupil', 'employee', false],
    ['pupil', 'student', true],
    ['student', 'pupil', false],
    ['any', 'pupil', true],
    ['employee', 'partnerPerson', true],
  ])('a theme for %s is offered to a %s: %s', (audience, standing, offered) => {
    expect(themeSuits(audience, standing)).toBe(offered);
  });

  test('a request of a child is not found in a personnel file, one of a teacher not by a class teacher', () => {
    expect(requestSourcesOf('pupil')).not.toContain('personnelFile');
    expect(requestSourcesOf('pupil')).toContain('classTeacher');
    expect(requestSourcesOf('employee')).not.toContain('classTeacher');
  });
});
