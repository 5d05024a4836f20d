import type { Audience, ConsentKind } from '../consent-kinds.ts';
import type { ConsentTemplate } from '../consent-template.ts';
import { ADULT_DISSEMINATION, PUPIL_DISSEMINATION, REPRESENTATIVE_DISSEMINATION } from './dissemination.ts';
import { EMPLOYEE_THIRD_PARTY, MENTORING_DUTY } from './labour.ts';
import { ADULT_PARTICIPATION, PUPIL_PARTICIPATION, REPRESENTATIVE_PARTICIPATION } from './participation.ts';
import { ADULT_PROCESSING, PUPIL_PROCESSING, REPRESENTATIVE_PROCESSING } from './processing.ts';
import { ADULT_SPECIAL, PUPIL_SPECIAL, REPRESENTATIVE_SPECIAL } from './special.ts';

/** Every shipped template, version 1. Those of a kind for employees have one audience. */
export const DEFAULT_TEMPLATES: readonly ConsentTemplate[] = [
  ADULT_PROCESSING,
  REPRESENTATIVE_PROCESSING,
  PUPIL_PROCESSING,
  ADULT_DISSEMINATION,
  REPRESENTATIVE_DISSEMINATION,
  PUPIL_DISSEMINATION,
  ADULT_PARTICIPATION,
  REPRESENTATIVE_PARTICIPATION,
  PUPIL_PARTICIPATION,
  MENTORING_DUTY,
  ADULT_SPECIAL,
  REPRESENTATIVE_SPECIAL,
  PUPIL_SPECIAL,
  EMPLOYEE_THIRD_PARTY,
];

/** The shipped wording of a kind for an audience; undefined where such a document is not made. */
export function defaultTemplate(kind: ConsentKind, audience: Audience): ConsentTemplate | undefined {
  return DEFAULT_TEMPLATES.find((each) => each.kind === kind && each.audience === audience);
}

/** The same template with the school's own places (DOC-15) or receivers: what the shipped wording cannot know. */
export function forSchool(
  template: ConsentTemplate,
  school: Pick<Partial<ConsentTemplate>, 'resources' | 'receivers'>,
): ConsentTemplate {
  const isPublished = template.kind === 'dissemination';
  return {
    ...template,
    resources: isPublished ? (school.resources ?? template.resources) : template.resources,
    receivers: isPublished ? template.receivers : (school.receivers ?? template.receivers),
  };
}
