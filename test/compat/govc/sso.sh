. "$COMPAT_SHELL/case.sh"

# The endpoint without a name or a password in it.
nobody() { local url=${GOVC_URL#*@}; printf 'https://%s' "${url#*://}"; }

# as_nobody HOME ARGUMENT...: a client that has no credentials but what the arguments give it.
as_nobody() {
  local home=$1
  shift
  GOVC_USERNAME='' GOVC_PASSWORD='' GOVC_URL=$(nobody) GOVMOMI_HOME=$COMPAT_FOLDER/$home govc "$@"
}

# solution NAME: an extension with a certificate of its own, in NAME.crt and NAME.key.
solution() {
  cd "$COMPAT_FOLDER"
  printf '{"Description":{"Label":"%s","Summary":"%s"},"Key":"%s","Company":"Example","Version":"1.0"}' "$1" "$1" "$1" |
    govc extension.register >/dev/null
  govc extension.setcert -cert-pem + "$1" >/dev/null
}

it_a_bearer_token_is_issued_for_a_password_and_logs_in() {
  local token
  token=$(govc session.login -issue)
  contains "$token" '<saml2:Assertion'
  contains "$token" '#rsa-sha256'
  as_nobody bearer session.login -token "$token" -l >/dev/null
}

it_a_token_somebody_changed_is_refused() {
  local token
  token=$(govc session.login -issue)
  fails_with 'incorrect user name or password' as_nobody forged session.login -token "${token/Administrator@/Operator@}"
}

it_a_wrong_password_gets_no_token() {
  local url
  url=$(nobody)
  GOVC_USERNAME='' GOVC_PASSWORD='' GOVC_URL="https://nobody%40vsphere.local:wrong@${url#https://}" \
    GOVMOMI_HOME=$COMPAT_FOLDER/wrong fails_with FailedAuthentication govc session.login -issue
}

it_a_solution_gets_a_token_that_is_bound_to_its_key_and_renews_it() {
  solution com.example.holder
  local token other
  token=$(as_nobody holder session.login -cert com.example.holder.crt -key com.example.holder.key -issue)
  contains "$token" 'cm:holder-of-key'
  as_nobody holder session.login -cert com.example.holder.crt -key com.example.holder.key -token "$token" -l >/dev/null
  fails_with 'incorrect user name or password' as_nobody thief session.login -token "$token"
  other=$(as_nobody holder session.login -cert com.example.holder.crt -key com.example.holder.key -renew -lifetime 24h -token "$token")
  contains "$other" 'cm:holder-of-key'
}

it_a_solution_gets_a_token_on_behalf_of_a_user() {
  solution com.example.delegate
  local bearer token
  bearer=$(govc session.login -issue)
  token=$(as_nobody delegate session.login -cert com.example.delegate.crt -key com.example.delegate.key -issue -token "$bearer")
  contains "$token" 'Administrator@'
  contains "$token" 'com.example.delegate@'
  as_nobody delegate session.login -cert com.example.delegate.crt -key com.example.delegate.key -token "$token" -l >/dev/null
}

it_a_certificate_nobody_registered_gets_no_token() {
  solution com.example.gone
  govc extension.unregister com.example.gone
  fails_with FailedAuthentication as_nobody gone session.login -cert com.example.gone.crt -key com.example.gone.key -issue
}

cases
