import { describe, expect, test } from 'vitest';
import { can, type Tie } from '../../access/can.ts';
import type { Role } from '../../access/roles.ts';
import { ASKER_RELATIONS, type AskerRelation } from '../../participants/field-groups.ts';
import { isVisible, type SeenPerson } from '../../participants/visible-fields.ts';
import { informationSheetFor } from '../information-sheet.ts';
import { lintTemplate } from '../lint-template.ts';
import { templateWarnings } from '../template-warnings.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { ADULT_PROCESSING, PUPIL_PROCESSING, REPRESENTATIVE_PROCESSING } from './processing.ts';

/** How each who may see the request of somebody is called in the summary; the family itself is told nothing of itself. */
const CALLED: Partial<Record<AskerRelation, RegExp>> = {
  curator: /куратор/u,
  workingGroupMember: /рабочая группа/u,
  director: /директор/u,
  deputyDirector: /заместители/u,
  ownClassTeacher: /классный руководитель/u,
  ownAssociationHead: /руководитель методического объединения/u,
  personnelOfficer: /кадрам/u,
  psychologist: /психолог/u,
  pairMentor: /второй участник пары|ваша пара/u,
  partnerOfPair: /организация-партнёр/u,
  dataProtectionOfficer: /ответственный за персональные данные/u,
};
const FAMILY: readonly AskerRelation[] = ['self', 'representative'];

/** The same people as the table of actions knows them. */
const AS_ASKER: Partial<Record<AskerRelation, { readonly role: Role; readonly tie?: Tie }>> = {
  curator: { role: 'curator' },
  workingGroupMember: { role: 'workingGroupMember' },
  director: { role: 'director' },
  deputyDirector: { role: 'deputyDirector' },
  ownClassTeacher: { role: 'classTeacher', tie: 'ownClass' },
  ownAssociationHead: { role: 'methodAssociationHead', tie: 'ownAssociation' },
  personnelOfficer: { role: 'personnelOfficer', tie: 'employee' },
  psychologist: { role: 'psychologist', tie: 'supported' },
  dataProtectionOfficer: { role: 'dataProtectionOfficer' },
};

function seers(kind: SeenPerson['kind']): AskerRelation[] {
  const isMinor = kind === 'pupil';
  const person: SeenPerson = { kind, isMinor, state: 'inBank', isBlocked: false, pairConfirmed: true };
  return ASKER_RELATIONS.filter((relation) => {
    if (FAMILY.includes(relation) || (kind === 'pupil' ? OF_EMPLOYEES : OF_PUPILS).includes(relation)) return false;
    const asker = AS_ASKER[relation];
    const mayBy = (action: 'request.see' | 'participant.see' | 'consent.read') =>
      asker !== undefined && can({ roles: [asker.role] }, action, asker.tie ? [asker.tie] : []);
    return (
      isVisible('request', relation, person) ||
      mayBy('request.see') ||
      mayBy('participant.see') ||
      mayBy('consent.read')
    );
  });
}
const OF_EMPLOYEES: readonly AskerRelation[] = ['ownAssociationHead', 'personnelOfficer'];
const OF_PUPILS: readonly AskerRelation[] = ['ownClassTeacher'];

describe('the summary of a consent tells the truth about who sees the data', () => {
  test.each([
    ['a pupil of 14–17', PUPIL_PROCESSING.summary, 'pupil'],
    ['a representative', REPRESENTATIVE_PROCESSING.summary, 'pupil'],
    ['a grown-up', ADULT_PROCESSING.summary, 'employee'],
  ] as const)('%s reads of everybody to whom the tables open a request', (_, summary, kind) => {
    const found = seers(kind);
    expect(found).toEqual(
      expect.arrayContaining(['curator', 'director', 'workingGroupMember', 'dataProtectionOfficer']),
    );
    expect(found.filter((relation) => !CALLED[relation]?.test(summary))).toEqual([]);
  });

  test('a summary that promises «больше никто» is remarked on, and may still be used', () => {
    const old = { ...PUPIL_PROCESSING, summary: 'Их увидят куратор и твоя пара, и больше никто.' };
    expect(templateWarnings(old)).toEqual([{ code: 'template.nobody-else', field: 'summary', found: 'больше никто' }]);
    expect(lintTemplate(old)).toEqual([]);
    expect(DEFAULT_TEMPLATES.flatMap(templateWarnings)).toEqual([]);
  });

  test('the sheet of an invitation names the same people of a school', () => {
    const text = informationSheetFor({ form: null, role: 'mentee' })
      .sections.flatMap((each) => each.paragraphs)
      .join(' ');
    const inSchool = seers('pupil').filter((relation) => AS_ASKER[relation] !== undefined);
    expect(inSchool.filter((relation) => !CALLED[relation]?.test(text))).toEqual([]);
  });
});
