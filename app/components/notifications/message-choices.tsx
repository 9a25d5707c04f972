import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { deliveryLabel, fieldOf, type MessageTopic, messageTopics, openTopics, topicRules } from "#app/domain/notifications/vocabulary.ts";

export interface MessageChoicesProps {
  /** By the field's name: what is chosen, or what was sent. */
  chosen(field: string): string;
  errors?: Record<string, string>;
}

/** One question for each topic that somebody may choose about, and the hour of the daily e-mail. */
export function MessageChoices({ chosen, errors = {} }: MessageChoicesProps) {
  return (
    <>
      {openTopics.map((topic) => (
        <Radios
          key={topic}
          name={fieldOf(topic)}
          legend={topicRules[topic].label}
          legendSize="s"
          hint={topicRules[topic].hint}
          items={topicRules[topic].choices.map((choice) => ({ value: choice, text: deliveryLabel(topic, choice) }))}
          defaultValue={chosen(fieldOf(topic))}
          error={errors[fieldOf(topic)]}
          inline
          small
        />
      ))}
      <Select
        name="hour"
        label="When the daily and the weekly e-mail are sent"
        hint="London time. There is none when there is nothing to say."
        items={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), text: hourName(hour) }))}
        defaultValue={chosen("hour")}
        error={errors.hour}
      />
    </>
  );
}

/** What is always told at once, and what about. */
export function AlwaysTold() {
  const fixed: MessageTopic[] = messageTopics.filter((topic) => !openTopics.includes(topic));
  return <SummaryList rows={fixed.map((topic) => ({ key: topicRules[topic].label, value: topicRules[topic].hint }))} />;
}

/** "From 7am", "From midday". */
function hourName(hour: number): string {
  if (hour === 0) return "From midnight";
  if (hour === 12) return "From midday";
  return `From ${hour % 12}${hour < 12 ? "am" : "pm"}`;
}
