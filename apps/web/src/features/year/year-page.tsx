export function YearPage() { return null; }
