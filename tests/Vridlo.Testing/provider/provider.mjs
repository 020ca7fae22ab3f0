// A certified OpenID provider (npm oidc-provider) for the tests: whoever signs in as NAME has the confirmed address NAME@example.org,
// "nikdo" one that is not confirmed. Prints its address; ends with its standard input.
import Provider from "oidc-provider";
import { createServer } from "node:http";

const server = createServer((request, response) => callback(request, response));
let callback;
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "vridlo", client_secret: "a secret of the tests alone", redirect_uris: [`${issuer}/elsewhere`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id, email: `${id}@example.org`, email_verified: id !== "nikdo" }),
    }),
  });
  // The server under test listens on a port that nobody knows beforehand.
  provider.Client.prototype.redirectUriAllowed = uri => uri.endsWith("/prihlaseni/openid/zpet");
  callback = provider.callback();
  console.log(issuer);
});
process.stdin.resume().on("end", () => process.exit(0));
