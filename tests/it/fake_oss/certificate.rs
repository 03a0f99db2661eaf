//! Certificates made on the spot, good and bad.

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::ops::Range;
use std::sync::Arc;

/// What a server shows, and the root that whoever shall trust it must know.
pub(crate) struct Certificate {
    /// The root, PEM.
    pub(crate) root: String,
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Certificate {
    /// For 127.0.0.1 and localhost, good for a hundred years.
    pub(crate) fn good() -> Self {
        Self::made(2020..2126, &["127.0.0.1", "localhost"])
    }

    /// Good in its day, which is over.
    pub(crate) fn expired() -> Self {
        Self::made(2020..2021, &["127.0.0.1", "localhost"])
    }

    /// Good in a day to come: what a PC sees whose clock went back to its first day.
    pub(crate) fn not_yet() -> Self {
        Self::made(2120..2126, &["127.0.0.1", "localhost"])
    }

    /// For somebody else.
    pub(crate) fn of_another() -> Self {
        Self::made(2020..2126, &["wifi.example"])
    }

    fn made(years: Range<i32>, names: &[&str]) -> Self {
        let root_key = KeyPair::generate().expect("a key");
        let mut root = CertificateParams::new(Vec::new()).expect("no names");
        root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        root.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        root.not_before = date_time_ymd(2020, 1, 1);
        root.not_after = date_time_ymd(2126, 1, 1);
        let issuer = CertifiedIssuer::self_signed(root, root_key).expect("it signs itself");
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let mut leaf = CertificateParams::new(names).expect("plain names");
        leaf.not_before = date_time_ymd(years.start, 1, 1);
        leaf.not_after = date_time_ymd(years.end, 1, 1);
        let key = KeyPair::generate().expect("a key");
        let leaf = leaf.signed_by(&key, &issuer).expect("the root signs it");
        let root = issuer.pem();
        let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        Self { root, chain: vec![leaf.der().clone()], key }
    }

    pub(super) fn server(&self) -> Arc<ServerConfig> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("ring knows them")
            .with_no_client_auth()
            .with_single_cert(self.chain.clone(), self.key.clone_key())
            .expect("key and certificate belong together");
        Arc::new(config)
    }
}
