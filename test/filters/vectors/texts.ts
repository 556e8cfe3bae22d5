import { a, Vector, vector } from './vector';

const ANY_TYPE = ['1', 'true', 'null'];

export const TEXTS: readonly Vector[] = [
  vector('{"a":["x"]}', a('"x"', '["y","x"]', '[["x"]]', '[1,null,"x"]'), [
    ...a('"X"', '"xx"', '""', '[]', '{}', '["y"]', '{"b":"x"}', ...ANY_TYPE),
    '{}',
    '{"b":"x"}',
  ]),
  vector('{"a":["x","y"]}', a('"x"', '"y"', '["z","y"]'), a('"z"', '"xy"', '["z"]')),
  vector('{"a":[""]}', a('""', '["x",""]'), a('" "', '[]', '{}', 'null')),
  vector('{"a":["true"]}', a('"true"'), a('true')),
  vector('{"a":["300"]}', a('"300"'), a('300', '300.0', '"300.0"')),
  vector('{"a":["null"]}', a('"null"'), a('null')),
  vector('{"a":["\\u0041\\n\\""]}', a('"A\\n\\""', '"\\u0041\\u000a\\u0022"'), a('"A"', '"A\\\\n\\""')),
  vector('{"a":["é"]}', a('"é"', '"\\u00e9"'), a('"e\\u0301"', '"É"')),
  vector('{"a":["😀"]}', a('"😀"', '"\\ud83d\\ude00"'), a('"😁"', '"??"')),

  vector('{"a":[{"prefix":"ab"}]}', a('"ab"', '"abc"', '["x","abx"]'), [
    ...a('"a"', '"xab"', '"AB"', '""', ...ANY_TYPE),
    '{}',
  ]),
  vector('{"a":[{"prefix":""}]}', a('""', '"x"', '"1"'), a('1', 'null', 'true', '[]', '{}')),
  vector('{"a":[{"prefix":"1"}]}', a('"1"', '"12"'), a('1', '12')),
  vector('{"a":[{"prefix":"x"},{"prefix":"y"}]}', a('"xa"', '"ya"'), a('"za"')),
  vector('{"a":[{"suffix":"yz"}]}', a('"yz"', '"xyz"', '["x","ayz"]'), a('"z"', '"yzx"', '"YZ"', ...ANY_TYPE)),
  vector('{"a":[{"suffix":""}]}', a('""', '"x"'), a('1', 'null')),
  vector('{"a":[{"suffix":".png"},"none"]}', a('"a.png"', '".png"', '"none"'), a('"a.jpg"', '"a.PNG"')),
  vector('{"a":[{"suffix":"é"}]}', a('"café"'), a('"cafe"')),

  vector(
    '{"a":[{"equals-ignore-case":"aBc"}]}',
    a('"abc"', '"ABC"', '"AbC"', '["x","ABC"]'),
    a('"ab"', '"abcd"', '""', ...ANY_TYPE),
  ),
  vector('{"a":[{"equals-ignore-case":"Äß1"}]}', a('"äß1"', '"ÄSS1"'), a('"aß1"', '"Äs1"')),
  vector('{"a":[{"equals-ignore-case":"a.*"}]}', a('"A.*"'), a('"ab"', '"a.b"')),
  vector('{"a":[{"equals-ignore-case":""}]}', a('""'), a('"x"')),
  vector('{"a":[{"prefix":{"equals-ignore-case":"aB"}}]}', a('"ABx"', '"ab"'), a('"xab"', '"a"')),
  vector('{"a":[{"suffix":{"equals-ignore-case":".PnG"}}]}', a('"x.png"', '"x.PNG"'), a('"png"', '".png.gz"')),

  vector('{"a":[{"anything-but":"x"}]}', a('"y"', '"X"', '""', '1', 'null', 'true', '["x","y"]'), [
    ...a('"x"', '["x","x"]', '[]', '{}'),
    '{}',
    '{"b":"y"}',
  ]),
  vector('{"a":[{"anything-but":["x","y"]}]}', a('"z"', '1', '["x","z"]'), a('"x"', '"y"', '["x","y"]')),
  vector('{"a":[{"anything-but":""}]}', a('"x"', '0'), a('""')),
  vector('{"a":[{"anything-but":"x"},"x"]}', a('"x"', '"y"', 'null'), ['{}']),
  vector('{"a":[{"anything-but":{"prefix":"ab"}}]}', a('"xab"', '""', '1', 'null', '["ab","b"]'), a('"ab"', '"abc"')),
  vector('{"a":[{"anything-but":{"prefix":["ab","x"]}}]}', a('"b"'), a('"abc"', '"xyz"')),
  vector('{"a":[{"anything-but":{"suffix":".png"}}]}', a('"png"', '"a.jpg"', '2'), a('"a.png"')),
  vector('{"a":[{"anything-but":{"equals-ignore-case":["Ab","c"]}}]}', a('"abc"', '1'), a('"AB"', '"C"')),
  vector('{"a":[{"anything-but":{"wildcard":"*b*"}}]}', a('"ac"', 'true'), a('"abc"', '"b"')),

  vector('{"a":[{"wildcard":"*"}]}', a('""', '"x"'), a('1', 'null', '[]')),
  vector('{"a":[{"wildcard":"x*z"}]}', a('"xz"', '"xyz"', '"xzz"', '"x\\nz"'), a('"xy"', '"yxz"', '"xzy"')),
  vector('{"a":[{"wildcard":"*/*.png"}]}', a('"a/b.png"', '"/.png"'), a('"a.png"', '"a/b-png"')),
  vector('{"a":[{"wildcard":"x\\\\*"}]}', a('"x*"'), a('"xy"', '"x\\\\*"')),
  vector('{"a":[{"wildcard":"x\\\\\\\\*"}]}', a('"x\\\\"', '"x\\\\y"'), a('"x*"')),
  vector('{"a":[{"wildcard":"(x)+*"}]}', a('"(x)+"', '"(x)+y"'), a('"x"', '"xx"')),
  vector('{"a":[{"exactly":"x"}]}', a('"x"'), a('"X"')),

  vector('{"a":[true]}', a('true', '[false,true]'), a('false', '"true"', '1')),
  vector('{"a":[false,null]}', a('false', 'null', '["x",null]'), a('true', '"false"', '0', '[]', '""')),
];
