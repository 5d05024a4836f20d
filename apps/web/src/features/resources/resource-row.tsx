import { Button, Group, Text } from '@mantine/core';
import type { Resource } from '@nastavnik/contracts/resources';
import { useState } from 'react';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { StateTone } from '../../ui/palette.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { countryName } from './countries.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { useResourceChange } from './resources.api.ts';
import classes from './resources.module.css';
import { useResourcesTexts } from './resources-texts.ts';

const TONES: Record<Resource['state'], StateTone> = {
  waiting: 'awaiting',
  allowed: 'done',
  refused: 'late',
  closed: 'quiet',
};

export function ResourceRow({ place }: { place: Resource }) {
  const say = useResourcesTexts();
  const language = useLanguage();
  const [deciding, setDeciding] = useState<boolean>();
  const proposedAt = momentInWords(place.proposedAt, language);
  return (
    <li className={classes['row']}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600}>{place.name}</Text>
        <StateBadge tone={TONES[place.state]}>{say(`state.${place.state}`)}</StateBadge>
      </Group>
      <div>
        <Text className={classes['address']}>{place.address}</Text>
        <Text size="sm" c="dimmed">
          {say('owner', { owner: place.owner, country: countryName(place.country, language) })}
          {place.wordings > 0 && ` · ${say('wordings', { count: place.wordings })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {place.proposedBy === null
            ? say('earlier', { moment: proposedAt })
            : say('proposed', { by: place.proposedBy, moment: proposedAt })}
        </Text>
        {place.decision && (
          <Text size="sm">
            {say(place.state === 'refused' ? 'decidedNo' : 'decidedYes', {
              by: place.decision.by,
              moment: momentInWords(place.decision.at, language),
              reason: place.decision.reason,
            })}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {place.may.allow && (
          <Button
            size="xs"
            variant={place.state === 'waiting' ? 'filled' : 'default'}
            aria-label={say('allowOf', { name: place.name })}
            onClick={() => setDeciding(true)}
          >
            {say('allow')}
          </Button>
        )}
        {place.may.refuse && (
          <Button
            size="xs"
            variant="default"
            aria-label={say('refuseOf', { name: place.name })}
            onClick={() => setDeciding(false)}
          >
            {say('refuse')}
          </Button>
        )}
        {place.may.close && <CloseButton place={place} />}
      </Group>
      {deciding !== undefined && (
        <DecideDialog place={place} allowed={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </li>
  );
}

function CloseButton({ place }: { place: Resource }) {
  const say = useResourcesTexts();
  const change = useResourceChange();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        aria-label={say('closeOf', { name: place.name })}
        onClick={() => setAsked(true)}
      >
        {say('close')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={say('closeTitle', { name: place.name })}
        action={say('close')}
        busy={change.isPending}
        error={change.error}
        onClose={() => setAsked(false)}
        onConfirm={() => change.mutate({ path: `/${place.id}/close` }, { onSuccess: () => toldAbout(say('closed')) })}
      >
        {say('closeMeans')}
      </ConfirmDialog>
    </>
  );
}
