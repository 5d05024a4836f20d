import { List, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { differenceQuery } from './roadmap.api.ts';
import { useRoadmapTexts } from './roadmap-texts.ts';

const CHANGES = ['added', 'removed', 'changed', 'moved'] as const;

/** What an amendment changes in the version in force: item by item, field by field. */
export function DifferencePage() {
  const say = useRoadmapTexts();
  const { roadmapId } = useParams({ from: '/inside/roadmap/$roadmapId/difference' });
  const { data, error, refetch } = useQuery(differenceQuery(roadmapId));
  const lines = data?.lines.filter((line) => line.change !== 'same') ?? [];
  return (
    <Page
      title={say('difference.title')}
      lead={say('difference.lead')}
      actions={
        <ButtonLink variant="default" to="/roadmap/$roadmapId" params={{ roadmapId }}>
          {say('difference.back')}
        </ButtonLink>
      }
    >
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <Stack gap="lg">
          <div>
            {data.kept > 0 && <Text>{say('difference.kept', { count: data.kept })}</Text>}
            {data.lost > 0 && <Text c="var(--state-late-text)">{say('difference.lost', { count: data.lost })}</Text>}
            {lines.length === 0 && <Text component="output">{say('difference.none')}</Text>}
          </div>
          {CHANGES.map((change) => {
            const own = lines.filter((line) => line.change === change);
            if (own.length === 0) return null;
            return (
              <section key={change}>
                <Title order={2} mb="xs">
                  {say(`difference.${change}`)}
                </Title>
                <List spacing="sm" listStyleType="none">
                  {own.map((line, index) => (
                    <li key={index}>
                      <Text fw={600}>{line.title}</Text>
                      <Text size="sm" c="dimmed">
                        {line.stage}
                        {line.done && ` · ${say('difference.done')}`}
                      </Text>
                      {line.fields.length > 0 && change !== 'added' && change !== 'removed' && (
                        <Table.ScrollContainer minWidth={300}>
                          <Table withTableBorder withColumnBorders>
                            <Table.Thead>
                              <Table.Tr>
                                <Table.Th>{say('difference.field')}</Table.Th>
                                <Table.Th>{say('difference.before')}</Table.Th>
                                <Table.Th>{say('difference.after')}</Table.Th>
                              </Table.Tr>
                            </Table.Thead>
                            <Table.Tbody>
                              {line.fields.map(({ field, before, after }) => (
                                <Table.Tr key={field}>
                                  <Table.Th scope="row">{say(`field.${field}`)}</Table.Th>
                                  <Table.Td>{before ?? '–'}</Table.Td>
                                  <Table.Td>{after ?? '–'}</Table.Td>
                                </Table.Tr>
                              ))}
                            </Table.Tbody>
                          </Table>
                        </Table.ScrollContainer>
                      )}
                    </li>
                  ))}
                </List>
              </section>
            );
          })}
        </Stack>
      )}
    </Page>
  );
}
