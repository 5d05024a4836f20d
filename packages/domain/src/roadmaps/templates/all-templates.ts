import { smallSchool } from './small-school.ts';
import { studentModel } from './student-model.ts';
import { teacherModel7, teacherModel8 } from './teacher-models.ts';
import type { RoadmapTemplate } from './template.ts';

const empty: RoadmapTemplate = {
  key: 'empty',
  title: 'Пустая',
  description: 'Этапы и пункты вы впишете сами.',
  stages: [],
};

/** LIFECYCLE §2: «stageTemplate is data, not code». */
export const TEMPLATES: readonly RoadmapTemplate[] = [studentModel, teacherModel7, teacherModel8, smallSchool, empty];
