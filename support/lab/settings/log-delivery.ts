import { arn, exampleAccount } from './arn';
import type { Members, Setting } from './setting';
import type { ValueKind } from './value-kind';

interface LogConfiguration {
  EventSource: string;
  LogLevel: string;
  CloudWatchLogsConfiguration?: { LogGroupArn?: string };
  S3Configuration?: { BucketArn?: string };
  FirehoseConfiguration?: { StreamArn?: string };
}

const destination: ValueKind = arn(`arn:aws:logs:us-east-1:${exampleAccount}:log-group:`, 'lab-logs');

/** What a destination's ARN is of says which of three blocks it belongs in. */
const block = (to: string): Partial<LogConfiguration> =>
  to.startsWith('arn:aws:s3:')
    ? { S3Configuration: { BucketArn: to } }
    : to.startsWith('arn:aws:firehose:')
      ? { FirehoseConfiguration: { StreamArn: to } }
      : { CloudWatchLogsConfiguration: { LogGroupArn: to } };

const log = (name: string, label: string, EventSource: string, LogLevel: string): Setting => ({
  name,
  label,
  of: 'user pool',
  read: {
    operation: 'GetLogDeliveryConfiguration',
    member: `LogConfigurations[${EventSource}]`,
    value: ({ LogConfigurations }) => {
      if (!Array.isArray(LogConfigurations)) return undefined;
      const found = (LogConfigurations as LogConfiguration[]).find((each) => each.EventSource === EventSource);
      return (
        found?.CloudWatchLogsConfiguration?.LogGroupArn ??
        found?.S3Configuration?.BucketArn ??
        found?.FirehoseConfiguration?.StreamArn ??
        ''
      );
    },
  },
  absent: '',
  evidence: 'unverified against AWS: no list where nothing was set',
  values: destination,
  set: {
    operation: 'SetLogDeliveryConfiguration',
    member: `LogConfigurations[${EventSource}]`,
    write: (input, value) => {
      const others = ((input.LogConfigurations ?? []) as (Members & LogConfiguration)[]).filter(
        (each) => each.EventSource !== EventSource,
      );
      const own = value === '' ? [] : [{ EventSource, LogLevel, ...block(String(value)) }];
      input.LogConfigurations = [...others, ...own];
    },
  },
  place: { present: 'Authentication > Extensions > Log streaming' },
});

/** Where the pool's logs go: a log group, a bucket or a stream. */
export const logDelivery: readonly Setting[] = [
  log('log destination of message delivery errors', 'Message delivery error log', 'userNotification', 'ERROR'),
  log('log destination of user activity', 'User activity log', 'userAuthEvents', 'INFO'),
];
