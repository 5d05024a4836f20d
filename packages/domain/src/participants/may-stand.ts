import type {
  FormConsent,
  MentoringForm,
  Side,
  SideRule,
  StandFacts,
  Standing,
  StandReason,
} from './mentoring-form.ts';

/** Why this person may not stand on the side; empty: they may. Whoever has several standings needs one that fits. */
export function mayStand(form: MentoringForm, side: Side, facts: StandFacts): readonly StandReason[] {
  const rule = form[side];
  const fitting = facts.standings.filter((standing) => rule.standings.includes(standing));
  if (fitting.length === 0) return ['stand.not-of-this-kind'];
  const answers = fitting.map((standing) => reasonsFor(standing, rule, side, facts));
  return answers.find((reasons) => reasons.length === 0) ?? answers[0] ?? [];
}

function reasonsFor(standing: Standing, rule: SideRule, side: Side, { isTeacher, age }: StandFacts): StandReason[] {
  const reasons: StandReason[] = [];
  if (standing === 'employee' && rule.teachersOnly && !isTeacher) reasons.push('stand.not-a-teacher');
  const isGrown = standing === 'partnerPerson' || (standing === 'student' && side === 'mentor');
  // Employees are of age; nobody asks a partner for a birth date before consent, so not knowing does not exclude.
  const asksAge = rule.minAge !== null || (standing === 'student' && side === 'mentor');
  if (age === null) return asksAge ? [...reasons, 'stand.age-unknown'] : reasons;
  if (rule.minAge !== null && age < rule.minAge) reasons.push('stand.too-young');
  if (isGrown && age < 18) reasons.push(standing === 'student' ? 'stand.student-under-18' : 'stand.partner-under-18');
  return reasons;
}

/**
 * What this person has to sign on this side: participation of minors only, mentoringDuty of employees only. Who signs
 * each of them is a question of consents, not of forms.
 */
export function consentsFor(form: MentoringForm, side: Side, facts: StandFacts): readonly FormConsent[] {
  return form[side].consents.filter((kind) => {
    if (kind === 'participation') return facts.age === null ? facts.standings.includes('pupil') : facts.age < 18;
    return kind !== 'mentoringDuty' || facts.standings.includes('employee');
  });
}
