import { anyOfIt } from './any-of-it';
import { DEAD_LETTERS } from './dead-letters';
import { DROPPED } from './dropped';
import { FAILURES } from './failures';
import { FILTERED_OUT_RECIPE } from './filtered-out';
import { LAG } from './lag';
import { POLLERS } from './pollers';
import { AlarmRecipe } from './recipe';
import { STALLED } from './stalled';

const THROTTLES = anyOfIt('throttles', ['Throttles'], {
  bad: 3,
  text: {
    wrong: 'The function is throttled.',
    firstLook: 'its reserved concurrency, and at how much of the concurrency of the account other functions use',
    otherwise: 'The mapping falls behind; messages of a queue may go to its dead-letter queue without being processed.',
  },
});

const DESTINATION_FAILURES = anyOfIt(
  'failureDestination',
  ['DestinationDeliveryFailures', 'OnFailureDestinationDeliveryErrorCount'],
  {
    bad: 1,
    text: {
      wrong: 'Failed records could not be sent to the failure destination.',
      firstLook:
        "whether the destination is there, at its policy and key, and at the permissions of the function's role",
      otherwise: 'Failed records are lost.',
    },
  },
);

const POLLING = anyOfIt('polling', ['PollingErrorCount'], {
  bad: 3,
  text: {
    wrong: "Lambda can't poll the topic.",
    firstLook:
      'how the mapping authenticates, at the network between pollers and brokers, and at whether the topic is there',
    otherwise: 'Nothing is processed, and records are lost when the topic no longer keeps them.',
  },
});

const COMMITS = anyOfIt('commits', ['CommitErrorCount'], {
  bad: 3,
  text: {
    wrong: "Lambda can't commit what was processed.",
    firstLook: 'what the mapping may do with its consumer group, and at whether another consumer has the same group',
    otherwise: 'The function gets the same records again.',
  },
});

const SCHEMAS = anyOfIt('schemas', ['SchemaRegistryErrorCount'], {
  bad: 1,
  text: {
    wrong: "Records can't be read by their schemas.",
    firstLook: 'whether the registry can be reached, and at what producers have changed in their records and schemas',
    otherwise: 'These records do not reach the function.',
  },
});

/** All alarms that are recommended, what is worst first. */
export const ALARM_RECIPES: readonly AlarmRecipe[] = [
  DROPPED,
  DEAD_LETTERS,
  DESTINATION_FAILURES,
  STALLED,
  LAG,
  FAILURES,
  THROTTLES,
  FILTERED_OUT_RECIPE,
  POLLERS,
  POLLING,
  COMMITS,
  SCHEMAS,
];
