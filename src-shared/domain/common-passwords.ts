/** Passwords of eight or more characters that lead every published list of leaked ones, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa$$w0rd passw0rd1
  12345678 123456789 1234567890 12345678910 0123456789 987654321 87654321 9876543210 11111111 00000000 88888888
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 qazwsxedc zaq12wsx zaq1zaq1 q1w2e3r4 q1w2e3r4t5 qwer1234 qwerty12
  qwerty123 qwerty1234 qwertyui qwertyuiop qwertz123 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234
  abc12345 abcd12345 abc123456 a1b2c3d4 a1234567 a12345678 aa123456 aa12345678 iloveyou iloveyou1 sunshine
  sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123
  starwars spiderman trustno1 letmein1 letmein123 welcome1 welcome12 welcome123 welcome2024 welcome2025
  welcome2026 whatever computer internet michelle jennifer jordan23 danielle charlie1 michael1 jessica1 ashley12
  samantha elizabeth victoria maverick liverpool chelsea1 arsenal1 mercedes corvette midnight butterfly
  chocolate hello123 hello1234 helloworld freedom1 master123 dragon123 monkey123 shadow123 admin123 admin1234
  administrator changeme changeme1 changeme123 default1 guest123 secret123 testtest test1234 test12345 login123
  user1234 system32 p@ssw0rd1 p@ssw0rd123 password! password1! password123! welcome1! winter2024 winter2025
  winter2026 spring2024 spring2025 spring2026 summer2024 summer2025 summer2026 autumn2025 autumn2026 fall2025
  january1 february1 december1 september1 monday123 friday123 medical1 medical123 healthcare health123 hospital1
  hospital123 doctor123 nurse123 provider1 provider123 portal123 portaldesk insurance massachusetts boston123
  redsox2004 patriots1`.split(/\s+/u),
);
