import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession, useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { IconStamp, IconUndo } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { type Agreement, agreementQuery, agreementsQuery, decide } from './agreements.api.ts';
import { useAgreementsTexts } from './agreements-texts.ts';

/** To agree with name, post and date, or to return with remarks: one form, two buttons. */
export function DecisionForm({ agreement }: { agreement: Agreement }) {
  const say = useAgreementsTexts();
  const today = useToday();
  const { user } = useSession();
  const client = useQueryClient();
  const [person, setPerson] = useState(user?.name ?? '');
  const [post, setPost] = useState('');
  const [date, setDate] = useState<PlainDate | null>(today);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState<'agree' | 'return'>();
  const save = useMutation({
    mutationFn: (how: 'agree' | 'return') =>
      decide(agreement.id, how, {
        person: person.trim(),
        post: post.trim(),
        date: date ?? '',
        comment: comment.trim() || null,
      }),
    onSuccess: async (decided) => {
      toldAbout(say(decided.state === 'agreed' ? 'decide.agreed' : 'decide.returned'));
      client.setQueryData(agreementQuery(agreement.id).queryKey, decided);
      await client.invalidateQueries({ queryKey: agreementsQuery.queryKey, exact: true });
    },
  });
  const missing = (value: string) => (tried && value.trim() === '' ? say('decide.required') : undefined);
  const dateError = date === null ? say('decide.required') : date > today ? say('decide.notLater') : undefined;
  const press = (how: 'agree' | 'return') => {
    setTried(how);
    const whole = person.trim() !== '' && post.trim() !== '' && dateError === undefined;
    if (whole && (how === 'agree' || comment.trim() !== '')) save.mutate(how);
  };
  return (
    <Section title={say('decide.title')} lead={say('decide.lead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          press('agree');
        }}
      >
        <Stack gap="md" maw="44rem">
          <TextInput
            label={say('decide.person')}
            required
            value={person}
            error={missing(person)}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
          <TextInput
            label={say('decide.post')}
            placeholder={say('decide.postExample')}
            required
            value={post}
            error={missing(post)}
            onChange={(event) => setPost(event.currentTarget.value)}
          />
          <DateField
            label={say('decide.date')}
            required
            value={date}
            max={today}
            error={tried ? dateError : undefined}
            onChange={setDate}
          />
          <Textarea
            label={say('decide.comment')}
            description={say('decide.commentHint')}
            autosize
            minRows={3}
            value={comment}
            error={tried === 'return' && comment.trim() === '' ? say('decide.commentMissing') : undefined}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <RefusalMessage error={save.error} />
          <Group gap="sm">
            <Button type="submit" loading={save.isPending} leftSection={<IconStamp size={18} aria-hidden />}>
              {say('decide.agree')}
            </Button>
            <Button
              variant="default"
              loading={save.isPending}
              leftSection={<IconUndo size={18} aria-hidden />}
              onClick={() => press('return')}
            >
              {say('decide.return')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
