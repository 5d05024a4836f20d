/** Who took the table out, when (as it is to be read, in the school's time) and what for (RULE-40). */
export type ExportMark = { readonly by: string; readonly at: string; readonly purpose: string };

/** A list as it is shown on the screen: the columns chosen, the rows filtered, every value a text. */
export type TableExport = {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width?: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly mark: ExportMark;
};

/** The watermark in words: «Выгрузка: Горева А. П., 14.09.2026 10:15. Цель: …». */
export function markLine({ by, at, purpose }: ExportMark): string {
  return `Выгрузка: ${by}, ${at}. Цель: ${purpose}. Содержит персональные данные, не передавать третьим лицам.`;
}
