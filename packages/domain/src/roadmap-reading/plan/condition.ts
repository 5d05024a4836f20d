/** «При наличии в организации наставляемых», «(при необходимости)»: an activity that sleeps until this is so. */
export function conditionOf(title: string): string | null {
  const match =
    /(?:^|[\s(,–—-])((?:при (?:наличии|необходимости|отсутствии|возникновении|появлении|поступлении|условии)|в случае(?! \p{Lu})|по мере (?:необходимости|поступления))(?:[^();:,.]*))/iu.exec(
      title,
    );
  return match?.[1]?.trim() ?? null;
}
