/** A roadmap to begin with: the school changes whatever it likes. Terms, responsibles and results are phrases of their languages. */
export type RoadmapTemplate = {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly stages: readonly TemplateStage[];
};

export type TemplateStage = { readonly title: string; readonly items: readonly TemplateItem[] };

export type TemplateItem = {
  readonly title: string;
  readonly deadline: string;
  readonly responsible: string;
  readonly result: string;
  /** Id of the catalogue of activities. */
  readonly kind?: string;
  /** The item sleeps until this has come true. */
  readonly condition?: string;
};

type Row = readonly [
  title: string,
  deadline: string,
  responsible: string,
  result: string,
  kind?: string,
  condition?: string,
];

export function stage(title: string, ...rows: readonly Row[]): TemplateStage {
  return {
    title,
    items: rows.map(([name, deadline, responsible, result, kind, condition]) => ({
      title: name,
      deadline,
      responsible,
      result,
      ...(kind ? { kind } : {}),
      ...(condition ? { condition } : {}),
    })),
  };
}
