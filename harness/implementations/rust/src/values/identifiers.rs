use super::checked_text;
use super::shapes::{has_length, is_entity, is_limit, is_resource, starts_and_goes_on};

checked_text! {
    /// An opaque id of a namespace, `default`, or `_` for the table itself.
    NamespaceId, "a namespace id", |text| {
        matches!(text, "default" | "_") || (text.len() == 11 && starts_and_goes_on(
            text,
            |byte| byte.is_ascii_alphanumeric() || byte == b'_',
            |byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-',
        ))
    }
}

checked_text! {
    /// The name a person gave to a namespace: nearly any text.
    NamespaceName, "the name of a namespace (1 to 128 characters, not \"_\")", |text| {
        has_length(text, 128) && text != "_"
    }
}

checked_text! {
    /// Who is limited.
    EntityId, "an entity id", |text| has_length(text, 256) && is_entity(text)
}

checked_text! {
    /// Whom an audit event is about: an entity, the system or a resource.
    AuditedId, "the id of an entity, $SYSTEM or $RESOURCE:…", |text| {
        has_length(text, 256)
            && (is_entity(text) || text == "$SYSTEM" || text.strip_prefix("$RESOURCE:").is_some_and(is_resource))
    }
}

checked_text! {
    /// Who caused an audit event: an identifier or an ARN.
    Principal, "a principal", |text| {
        has_length(text, 256) && (is_entity(text) || text.strip_prefix("arn:").is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        }))
    }
}

checked_text! {
    /// What is limited.
    Resource, "a resource", |text| has_length(text, 64) && is_resource(text)
}

checked_text! {
    /// A resource, or `_default_` for every resource that has no configuration of its own.
    ConfigResource, "a resource or _default_", |text| {
        has_length(text, 64) && (is_resource(text) || text == "_default_")
    }
}

checked_text! {
    /// Name of a limit. `wcu` is the write capacity that the limiter reserves for itself.
    LimitName, "the name of a limit", |text| has_length(text, 64) && is_limit(text)
}

checked_text! {
    /// Name of a limit that a person may configure: any but `wcu`.
    CustomLimitName, "the name of a limit that can be configured", |text| {
        has_length(text, 64) && is_limit(text) && text != "wcu"
    }
}

checked_text! {
    /// A ULID in its canonical upper case.
    EventId, "a ULID", |text| {
        text.len() == 26
            && starts_and_goes_on(text, |byte| (b'0'..=b'7').contains(&byte), |byte| {
                byte.is_ascii_digit() || (byte.is_ascii_uppercase() && !b"ILOU".contains(&byte))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts<T: std::str::FromStr>(text: &str) -> bool {
        text.parse::<T>().is_ok()
    }

    #[test]
    fn namespaces() {
        assert!(accepts::<NamespaceId>("default"));
        assert!(accepts::<NamespaceId>("_"));
        assert!(accepts::<NamespaceId>("_sA1b2C3d4-"));
        assert!(!accepts::<NamespaceId>("-sA1b2C3d4E"));
        assert!(!accepts::<NamespaceId>("nsA1b2C3d4"));
        assert!(!accepts::<NamespaceId>("default\n"));
        assert!(accepts::<NamespaceName>(&"😀".repeat(128)));
        assert!(!accepts::<NamespaceName>(&"x".repeat(129)));
        assert!(!accepts::<NamespaceName>("_"));
    }

    #[test]
    fn entities_and_principals() {
        assert!(accepts::<EntityId>("sk-proj-9f:eu@example.com"));
        assert!(!accepts::<EntityId>("a#b"));
        assert!(!accepts::<EntityId>("ä"));
        assert!(!accepts::<EntityId>(&"x".repeat(257)));
        assert!(accepts::<AuditedId>("$RESOURCE:openai/gpt-4"));
        assert!(!accepts::<AuditedId>("$RESOURCE:"));
        assert!(!accepts::<AuditedId>("$system"));
        assert!(accepts::<Principal>("arn:aws:iam::123456789012:role/ops x"));
        assert!(!accepts::<Principal>("arn:ä"));
    }

    #[test]
    fn limits_and_events() {
        assert!(accepts::<LimitName>("wcu"));
        assert!(!accepts::<CustomLimitName>("wcu"));
        assert!(!accepts::<Resource>("_default_"));
        assert!(accepts::<ConfigResource>("_default_"));
        assert!(accepts::<EventId>("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assert!(!accepts::<EventId>("81ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assert!(!accepts::<EventId>("01ARZ3NDEKTSV4RRFFQ69G5FAI"));
    }
}
