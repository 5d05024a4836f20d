import { z } from 'zod';

/** The name and the version of the exported form. A change that an old reader would misunderstand raises the version. */
export const EXPORT_FORMAT = 'nastavnik.roadmap';
export const EXPORT_VERSION = 1;

const day = z.iso.date().describe('A calendar day, YYYY-MM-DD');
const words = z.string();
const maybe = words.nullable();
const fraction = z.strictObject({ numerator: z.int().min(0), denominator: z.int().min(0) });
const numberedDocument = z.strictObject({ number: maybe, date: day.nullable() });
const period = z.strictObject({ start: day, end: day }).describe('Both ends belong to the period');

const activity = z.strictObject({
  number: maybe,
  title: words,
  measure: maybe.describe('The named group of activities this one stands in'),
  items: z.array(words).describe('Sub-points that are done together with the activity'),
  deadline: maybe.describe("The school's own words: «до 15 сентября»"),
  responsible: maybe,
  result: maybe,
  audience: maybe,
  note: maybe,
  condition: maybe.describe('Under which the activity begins: «при наличии наставляемых»'),
  status: maybe.describe('The state in words'),
  doneOn: day.nullable(),
});

const stage = z.strictObject({
  number: maybe,
  title: words.describe('Empty in a plan without stages'),
  notes: z.array(words),
  activities: z.array(activity),
  execution: fraction.nullable(),
});

/** A roadmap for other programmes: what the printed form shows, as data. `roadmapExportSchema` is the same as JSON Schema. */
export const roadmapExport = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  organizations: z.array(z.strictObject({ name: words, language: words.describe('BCP 47') })),
  kind: words,
  titleLines: z.array(words),
  period: period.nullable(),
  approved: z
    .strictObject({ post: maybe, person: maybe, date: day.nullable(), order: numberedDocument.nullable() })
    .nullable(),
  agreed: z.array(
    z.strictObject({
      body: maybe,
      post: maybe,
      person: maybe,
      date: day.nullable(),
      minutes: numberedDocument.nullable(),
    }),
  ),
  adopted: z.array(z.strictObject({ body: words, minutes: numberedDocument.nullable() })),
  sections: z.array(z.strictObject({ heading: words, paragraphs: z.array(words) })),
  columns: z.array(z.strictObject({ meaning: words, heading: words })),
  stages: z.array(stage),
  execution: fraction.extend({ asOf: day }).nullable(),
});
export type RoadmapExport = z.infer<typeof roadmapExport>;

/** JSON Schema (draft 2020-12) of the export, for those who read it in another language. */
export const roadmapExportSchema = z.toJSONSchema(roadmapExport);
