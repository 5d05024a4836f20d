import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourcePlace } from '@nastavnik/domain/source/source-document';

/** What of the plan can be lit up: a part and its numbers in the draft. */
export type DraftSpot =
  | { readonly kind: 'title' }
  | { readonly kind: 'approval'; readonly index: number }
  | { readonly kind: 'section'; readonly index: number }
  | { readonly kind: 'stage'; readonly stage: number }
  | { readonly kind: 'activity'; readonly stage: number; readonly activity: number }
  | { readonly kind: 'unrecognized'; readonly index: number };

/** «3» for a paragraph, «3:1» for a row of a table. */
export function placeKey(place: Pick<SourcePlace, 'block' | 'row'>): string {
  return place.row === undefined ? String(place.block) : `${place.block}:${place.row}`;
}

export function spotKey(spot: DraftSpot): string {
  switch (spot.kind) {
    case 'title':
      return 'title';
    case 'stage':
      return `stage-${spot.stage}`;
    case 'activity':
      return `activity-${spot.stage}-${spot.activity}`;
    case 'approval':
    case 'section':
    case 'unrecognized':
      return `${spot.kind}-${spot.index}`;
  }
}

type Placed = { readonly spot: DraftSpot; readonly source: SourcePlace };

/** Every part of the draft with the place it was read from, in the order of the source. */
export function placedSpots(draft: RoadmapDraft): Placed[] {
  const placed: Placed[] = [
    ...draft.approvals.map(({ source }, index): Placed => ({ spot: { kind: 'approval', index }, source })),
    ...draft.sections.map(({ source }, index): Placed => ({ spot: { kind: 'section', index }, source })),
    ...draft.unrecognized.map(({ source }, index): Placed => ({ spot: { kind: 'unrecognized', index }, source })),
  ];
  draft.stages.forEach((stage, at) => {
    placed.push({ spot: { kind: 'stage', stage: at }, source: stage.source });
    stage.activities.forEach((activity, number) => {
      placed.push({ spot: { kind: 'activity', stage: at, activity: number }, source: activity.source });
    });
  });
  return placed.sort((a, b) => order(a.source, b.source));
}

/** What a part of the plan is called. */
export function titleOf(draft: RoadmapDraft, spot: DraftSpot): string {
  switch (spot.kind) {
    case 'title':
      return draft.title;
    case 'stage':
      return draft.stages[spot.stage]?.title ?? '';
    case 'activity':
      return draft.stages[spot.stage]?.activities[spot.activity]?.title ?? '';
    case 'approval':
      return draft.approvals[spot.index]?.person ?? draft.approvals[spot.index]?.body ?? '';
    case 'section':
      return draft.sections[spot.index]?.heading ?? '';
    case 'unrecognized':
      return draft.unrecognized[spot.index]?.text ?? '';
  }
}

/** The part read from this place, or the nearest one that begins before it: an activity may go over several lines. */
export function spotAt(placed: readonly Placed[], place: SourcePlace): DraftSpot | undefined {
  const exact = placed.filter(({ source }) => placeKey(source) === placeKey(place));
  const sameCell = exact.find(({ source }) => source.cell === place.cell && source.line === place.line);
  if (sameCell ?? exact[0]) return (sameCell ?? exact.find((each) => each.spot.kind === 'activity') ?? exact[0])!.spot;
  let found: DraftSpot | undefined;
  for (const each of placed) {
    if (order(each.source, place) > 0) break;
    found = each.spot;
  }
  return found;
}

/** Where this part of the draft was read. */
export function sourceOf(placed: readonly Placed[], spot: DraftSpot): SourcePlace | undefined {
  const key = spotKey(spot);
  return placed.find((each) => spotKey(each.spot) === key)?.source;
}

function order(a: SourcePlace, b: SourcePlace): number {
  return (
    a.block - b.block ||
    (a.row ?? -1) - (b.row ?? -1) ||
    (a.cell ?? -1) - (b.cell ?? -1) ||
    (a.line ?? -1) - (b.line ?? -1)
  );
}
