import { RefusalError } from '../../../lib/api/failures.ts';
import { TextLink } from '../../../ui/links.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';

/** A second amendment is refused while the first is being prepared: the way to it. */
export function PendingAmendment({ error }: { error: unknown }) {
  const say = useRoadmapTexts();
  const pending = error instanceof RefusalError ? error.details['amendment'] : undefined;
  if (typeof pending !== 'string') return null;
  return (
    <TextLink to="/roadmap/$roadmapId" params={{ roadmapId: pending }}>
      {say('amend.pending')}
    </TextLink>
  );
}
