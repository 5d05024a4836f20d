import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';
import type { ClassName } from '@nastavnik/domain/people/class-name';
import { printClassName } from '@nastavnik/domain/people/class-names';
import type { RollOverProblem, RollOverRemark } from '@nastavnik/domain/people/roll-over-plan';
import type { YearSay } from './year-texts.ts';

type Finding = { readonly code: string; readonly [key: string]: unknown };

/** A finding as a sentence that names the class or the pupil. */
export function findingWords(say: YearSay, plan: RollOverAnswer, finding: Finding): string {
  // Codes and data come from domain/people/roll-over-plan; the contract passes them through as they are.
  const known = finding as RollOverProblem | RollOverRemark;
  const ofClass = (id: string) => plan.from.find((each) => each.id === id)?.name ?? '';
  const ofPupil = (id: string) => plan.pupils.find((each) => each.id === id)?.name ?? '';
  const nameOf = (name: ClassName) => printClassName(name);
  switch (known.code) {
    case 'rollover.decide-after-basic':
      return say('find.decide-after-basic', { name: ofClass(known.classId), count: known.pupils });
    case 'rollover.after-last-grade':
      return say('find.after-last-grade', { name: ofClass(known.classId) });
    case 'rollover.two-classes-one-name':
      return say('find.two-classes-one-name', {
        name: nameOf(known.name),
        from: known.classIds.map(ofClass).join(', '),
      });
    case 'rollover.no-such-class':
      return say('find.no-such-class', { who: ofPupil(known.pupilId), name: nameOf(known.to) });
    case 'rollover.pupil-without-class':
      return say('find.pupil-without-class', { who: ofPupil(known.pupilId) });
    case 'rollover.grade-jump':
      return say('find.grade-jump', { who: ofPupil(known.pupilId), from: known.from, to: known.to });
    case 'rollover.class-without-teacher':
    case 'rollover.class-empty':
      return say(`find.${known.code.slice('rollover.'.length) as 'class-empty'}`, { name: nameOf(known.name) });
    case 'rollover.teacher-of-two':
      return say('find.teacher-of-two', {
        who: plan.classes.find(({ teacher }) => teacher?.id === known.personId)?.teacher?.name ?? '',
        names: known.names.map(nameOf).join(', '),
      });
    case 'rollover.open-unit':
      return say('find.open-unit', { who: ofPupil(known.pupilId) });
    default:
      return say('find.other');
  }
}
